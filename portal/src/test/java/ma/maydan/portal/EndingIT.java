package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an organization leaves the register. */
class EndingIT extends PortalTest {

    private static final String PROPOSED = """
        , "myRole": "OWNER", "revocation": {"on": "2026-12-20", "reason": {"code": "RULES_BREACH",
         "text": {"fr": "Les règles"}}, "hearing": "Nous avons corrigé."}""";

    @BeforeEach
    void listNothing() {
        for (var list : List.of("events", "programs", "partnerships", "speakers")) {
            SERVICES.answers("GET /" + list, Samples.list());
        }
    }

    @Test
    void whoHasKnownItReadsThatItIsGone() {
        SERVICES.refuses("GET /organizations/o", 410, "organization-revoked", """
            , "legalName": {"fr": "Atlas"}, "since": "2026-12-20\"""");
        var page = get("/fr/organizations/o", null);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("Atlas", "20 décembre 2026", "id=\"gone\"");
    }

    @Test
    void itsPageSaysThatItIsProposedAndAnOwnerAnswers() {
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "VERIFIED", "\"hearing\"", PROPOSED));
        assertThat(get("/fr/organizations/o", PERSON).body())
                .contains(
                        "Retrait du registre proposé", "Les règles", "Nous avons corrigé.", "/organizations/o/hearing");
    }

    @Test
    void anAdminProposesItWithMinutesAndADay() {
        SERVICES.answers(
                "GET /organizations/o",
                Samples.organization("o", "VERIFIED", "\"propose-revocation\", \"retire\"", ""));
        SERVICES.answers("GET /events", Samples.list(Samples.event("one", "PUBLISHED", "")));
        var page = get("/fr/organizations/o/propose-revocation", ADMIN).body();
        assertThat(page).contains("name=\"minutes\"", "name=\"on\"", "name=\"reasonText.ar\"", "data-touched");
        SERVICES.answers(
                "POST /organizations/o/propose-revocation", Samples.organization("o", "VERIFIED", "", PROPOSED));
        var sent = post(
                "/fr/organizations/o/propose-revocation",
                ADMIN,
                Map.of(
                        "version",
                        "4",
                        "reasonCode",
                        "RULES_BREACH",
                        "reasonText.fr",
                        "Les règles",
                        "minutes",
                        "PV 12",
                        "on",
                        "2026-12-20"));
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/fr/organizations/o");
        assertThat(SERVICES.lastOf("POST /organizations/o/propose-revocation").body())
                .contains("\"minutes\":\"PV 12\"", "\"on\":\"2026-12-20\"", "RULES_BREACH");
        assertThat(get("/fr/organizations/o/retire", ADMIN).body())
                .contains("name=\"on\"")
                .doesNotContain("name=\"minutes\"");
    }
}
