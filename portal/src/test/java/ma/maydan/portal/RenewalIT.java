package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The yearly confirmation of an organization. */
class RenewalIT extends PortalTest {

    private static final String DUE = ", \"nextConfirmationDate\": \"2027-12-10\"";
    private static final String OWNED = DUE + ", \"myRole\": \"OWNER\"";

    @BeforeEach
    void listNothing() {
        for (var list : List.of("events", "programs", "partnerships", "speakers")) {
            SERVICES.answers("GET /" + list, Samples.list());
        }
    }

    @Test
    void everybodyReadsSinceWhenNobodyHasConfirmedIt() {
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "LAPSED", "", DUE));
        var page = get("/fr/organizations/o", null).body();
        assertThat(page).contains("id=\"lapsed\"", "10 décembre 2027", "data-status=\"LAPSED\"");
        assertThat(page).doesNotContain("badge verified", "id=\"confirm\"", "/renew");
    }

    @Test
    void anOwnerIsAskedToConfirmIt() {
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "VERIFIED", "\"renew\"", OWNED));
        var page = get("/en/organizations/o", PERSON).body();
        assertThat(page).contains("id=\"confirm\"", "/en/organizations/o/renew");
        assertThat(get("/ar/organizations/o", PERSON).body()).contains("تأكيد أن لا شيء تغير");
    }

    @Test
    void whoConfirmsReadsWhatTheyDeclareAndSendsItsVersionAndLanguage() {
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "LAPSED", "\"renew\"", OWNED));
        SERVICES.answers("GET /organizations/o/case", """
            {"id": "o", "version": 4, "declaration": {"version": "renewal-2026-1", "text": {"fr": "Rien n’a changé."}},
             "checkList": [], "timeline": [], "earlier": [], "allowedTransitions": ["renew"]}""");
        SERVICES.answers("POST /organizations/o/renew", Samples.organization("o", "VERIFIED", "", OWNED));
        assertThat(get("/fr/organizations/o/renew", PERSON).body())
                .contains("Rien n’a changé.", "value=\"renewal-2026-1\"", "Déclarer et confirmer");

        var sent = post("/fr/organizations/o/renew", PERSON, Map.of("version", "4", "declaration", "renewal-2026-1"));

        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/fr/organizations/o");
        assertThat(SERVICES.lastOf("POST /organizations/o/renew").body()).contains("renewal-2026-1", "\"fr\"");
    }
}
