package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What who is rejected reads, and does. */
class AppealIT extends PortalTest {

    private static final String DECIDED = """
        , "myRole": "OWNER", "decision": {"outcome": "REJECTED", "reasonCode": "INCOMPLETE_EVIDENCE",
         "reasonText": {"fr": "Le registre manque"}, "at": "2026-11-30T09:00:00Z"}""";

    @BeforeEach
    void reject() {
        for (var list : List.of("events", "programs", "partnerships", "speakers")) {
            SERVICES.answers("GET /" + list, Samples.list());
        }
        SERVICES.answers("GET /organizations/o", Samples.organization("o", "REJECTED", "\"appeal\"", DECIDED));
        file("\"appeal\"", "");
    }

    private static void file(String steps, String appeal) {
        SERVICES.answers("GET /organizations/o/case", """
            {"id": "o", "version": 4, "declaration": {"version": "2026-1", "text": {"fr": "Vrai."}}, "checkList": [],
             "timeline": [{"what": "REJECTED", "at": "2026-11-30T09:00:00Z"}],
             "rejection": {"appealUntil": "2026-12-30T09:00:00Z", "submitFrom": "2026-12-30T09:00:00Z"%s},
             "earlier": [{"receipt": "V-1", "evidence": [], "changed": ["/legalName", "/evidence/MANDATE"],
              "timeline": [], "reason": {"code": "NAME_MISMATCH", "text": {"fr": "Autre nom"}}}],
             "allowedTransitions": [%s]}""".formatted(appeal, steps));
    }

    @Test
    void theRemedyStandsBesideTheReason() {
        assertThat(get("/fr/organizations/o", PERSON).body())
                .contains("Le registre manque", "Que faire", "Donnez dans le dossier les documents manquants");
        assertThat(get("/ar/organizations/o", PERSON).body()).contains("قدموا في الملف");
    }

    @Test
    void theCaseSaysUntilWhenAndFromWhenAndShowsTheOneBefore() {
        var page = get("/fr/organizations/o/case", PERSON).body();
        assertThat(page)
                .contains("30 décembre 2026", "une seule fois", "/fr/organizations/o/appeal")
                .contains("Autre nom", "Ce qui a changé depuis", "Raison sociale", "Pouvoir de représentation");
    }

    @Test
    void anOwnerAppealsAndAnEmptyOneIsRefusedAtItsField() {
        assertThat(get("/fr/organizations/o/appeal", PERSON).body()).contains("name=\"text\"");
        SERVICES.refuses(
                "POST /organizations/o/appeal",
                422,
                "validation-failed",
                ", \"errors\": [{\"pointer\": \"/text\", \"code\": \"required\", \"message\": \"Manque\"}]");
        var refused = post("/fr/organizations/o/appeal", PERSON, Map.of("version", "4", "text", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("aria-invalid=\"true\"");
        SERVICES.answers("POST /organizations/o/appeal", Samples.organization("o", "REJECTED", "", DECIDED));
        var sent = post("/fr/organizations/o/appeal", PERSON, Map.of("version", "4", "text", " Page 2. "));
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/fr/organizations/o/case");
        assertThat(SERVICES.lastOf("POST /organizations/o/appeal").body()).contains("\"Page 2.\"");
    }

    @Test
    void anAdminDecidesOnIt() {
        file(
                "\"accept-appeal\", \"dismiss-appeal\"",
                ", \"appeal\": {\"text\": \"Page 2.\", \"at\": \"2026-12-01T09:00:00Z\"}");
        assertThat(get("/en/organizations/o/case", ADMIN).body())
                .contains("Page 2.", "/en/organizations/o/accept-appeal", "/en/organizations/o/dismiss-appeal")
                .contains("It waits for a decision.");
    }
}
