package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The case of an organization, for its owner and for the staff. */
class CasesIT extends PortalTest {

    private static final String CASE = """
        {"id": "%s", "version": 4, "declaration": {"version": "2026-1", "text": {"ar": "أصرح", "fr": "Je déclare"}},
         "checkList": [
          {"item": "FOUNDING_DOCUMENT", "required": true,
           "paper": {"id": "p", "type": "application/pdf", "size": 20480, "sha256": "00", "at": "2026-10-01T09:00:00Z"}},
          {"item": "MANDATE", "required": true},
          {"item": "TAX_CERTIFICATE", "required": false}],
         "timeline": [%s], "earlier": [%s], "allowedTransitions": [%s]%s}\
        """;

    private static final String HAPPENED =
            "{\"what\": \"SUBMITTED\", \"at\": \"2026-10-01T09:00:00Z\"}, {\"what\": \"TAKEN\", \"at\":"
                    + " \"2026-10-02T09:00:00Z\"}";

    private static final String ASKED = """
        , "receipt": "V-20261001-ABCDEF12", "receivedAt": "2026-10-01T09:00:00Z", "daysLeft": 50, "info": {
         "askedAt": "2026-10-11T09:00:00Z", "answerBy": "2026-11-10T09:00:00Z",
         "items": [{"question": {"fr": "Qui signe <b> ?"}}, {"question": {"fr": "Depuis quand ?"}}]}\
        """;

    private static final String CHECKED = """
        , "dueOn": "2026-11-30", "checks": [{"check": "ADDRESS", "result": "WAIVED", "reason": "Vue <b> hier"}],
         "notes": [{"text": "Appeler <b> le greffe", "at": "2026-10-03T09:00:00Z"}]\
        """;

    private static final String EARLIER = """
        {"receipt": "V-20260801-ABCDEF12", "evidence": ["MANDATE"], "timeline": [
         {"what": "REJECTED", "at": "2026-08-20T09:00:00Z"}]}\
        """;

    @BeforeEach
    void organizationsInThreeStates() {
        organization("draft", "DRAFT", CASE.formatted("draft", "", EARLIER, "\"evidence\", \"submit\"", ""));
        organization(
                "asked",
                "INFO_REQUESTED",
                CASE.formatted("asked", HAPPENED, "", "\"evidence\", \"provide-info\"", ASKED));
        organization(
                "taken",
                "UNDER_REVIEW",
                CASE.formatted("taken", HAPPENED, "", "\"request-info\", \"checks\", \"note\", \"release\"", CHECKED));
        SERVICES.answers("GET /receipts/V-20261001-ABCDEF12", """
            {"id": "V-20261001-ABCDEF12", "receivedAt": "2026-10-01T09:00:00Z"}\
            """);
    }

    private static void organization(String id, String status, String file) {
        SERVICES.answers("GET /organizations/" + id, Samples.organization(id, status, "", ", \"myRole\": \"OWNER\""));
        SERVICES.answers("GET /organizations/" + id + "/case", file);
    }

    @ParameterizedTest
    @CsvSource({
        "ar, organizations/draft/case",
        "fr, organizations/draft/submit",
        "en, organizations/asked/case",
        "ar, organizations/asked/provide-info",
        "fr, organizations/taken/case",
        "en, organizations/taken/request-info",
        "ar, organizations/taken/checks",
        "ar, receipts/V-20261001-ABCDEF12"
    })
    void theirPagesAreSound(String language, String address) {
        var page = get("/" + language + "/" + address, PERSON);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<b>");
        new Html(page.body()).isSound(language);
    }

    @Test
    void theReceiptIsForEverybodyAndAnotherIsNone() {
        assertThat(get("/fr/receipts/V-20261001-ABCDEF12", null).body()).contains("V-20261001-ABCDEF12");
        assertThat(get("/fr/receipts/V-1", null).statusCode()).isEqualTo(404);
        assertThat(get("/fr/organizations/draft/case", null).statusCode()).isNotEqualTo(200);
    }

    @Test
    void anOwnerDeclaresWhatTheyHaveReadAndInWhichLanguage() {
        SERVICES.answers("POST /organizations/draft/submit", Samples.organization("draft", "SUBMITTED", "", ""));

        post("/fr/organizations/draft/submit", PERSON, Map.of("version", "4", "declaration", "2026-1"));

        assertThat(SERVICES.last("POST").body()).contains("\"declaration\":\"2026-1\"", "\"language\":\"fr\"");
    }

    @Test
    void eachItemIsAnsweredOrSaidToBeImpossible() {
        SERVICES.answers(
                "POST /organizations/asked/provide-info", Samples.organization("asked", "UNDER_REVIEW", "", ""));
        var at = "/fr/organizations/asked/provide-info";

        var half = post(at, PERSON, Map.of("version", "4", "answers.0.text", "Le gérant"));
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(half.body()).contains("Le gérant", "id=\"e-answers.1.text\"");
        post(at, PERSON, Map.of("version", "4", "answers.0.text", "Le gérant", "answers.1.none", "yes"));

        assertThat(SERVICES.last("POST").body()).isEqualTo("{\"answers\":[{\"text\":\"Le gérant\"},{}]}");
    }

    @Test
    void documentsAndAQuestionAreItemsInThreeLanguages() {
        SERVICES.answers(
                "POST /organizations/taken/request-info", Samples.organization("taken", "INFO_REQUESTED", "", ""));

        post(
                "/fr/organizations/taken/request-info",
                ADMIN,
                Map.of("version", "4", "documents", "MANDATE", "question.fr", "Depuis quand ?"));

        assertThat(SERVICES.last("POST").body()).contains("\"evidence\":\"MANDATE\"", "Mandate", "Depuis quand ?");
    }

    @Test
    void whatIsWrongWithACheckStandsAtIt() {
        SERVICES.refuses("PUT /organizations/taken/checks", 422, "validation-failed", """
            , "errors": [{"pointer": "/checks/1/reason", "code": "required", "detail": "Nécessaire."}]\
            """);

        var sent = post(
                "/fr/organizations/taken/checks",
                ADMIN,
                Map.of("version", "4", "result.ADDRESS", "PASS", "result.SANCTIONS", "FAIL"));

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("id=\"e-reason.SANCTIONS\"");
        assertThat(SERVICES.last("PUT").body())
                .isEqualTo("{\"checks\":[{\"check\":\"ADDRESS\",\"result\":\"PASS\"},"
                        + "{\"check\":\"SANCTIONS\",\"result\":\"FAIL\"}]}");
    }

    @Test
    void aNoteIsWritten() {
        SERVICES.answers("POST /organizations/taken/note", Samples.organization("taken", "UNDER_REVIEW", "", ""));

        var written = post("/fr/organizations/taken/note", ADMIN, Map.of("version", "4", "text", "Vu"));

        assertThat(header(written, "Location")).isEqualTo("/fr/organizations/taken/case");
        assertThat(SERVICES.last("POST").body()).isEqualTo("{\"text\":\"Vu\"}");
    }

    @Test
    void aDocumentThatIsNoneIsNotSent() {
        var sent = post("/fr/organizations/draft/evidence/MANDATE", PERSON, Map.of("version", "4"));

        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("Choisissez un fichier.");
    }
}
