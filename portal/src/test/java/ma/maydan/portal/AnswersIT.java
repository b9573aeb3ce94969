package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The questions of an event: asked of who registers, shown to them and to who runs it. */
class AnswersIT extends PortalTest {

    private static final String QUESTIONS = """
        , "questions": [
          {"id": "role", "kind": "CHOICE", "label": {"fr": "Rôle", "ar": "الدور", "en": "Role"}, "required": true,
           "purpose": {"fr": "Former les équipes"}, "visibleTo": "HOST_AND_CLUSTER",
           "options": [{"id": "dev", "label": {"fr": "Technique"}, "removed": false},
                       {"id": "old", "label": {"fr": "Ancien"}, "removed": true}]},
          {"id": "stack", "kind": "TEXT", "label": {"fr": "Langages"}, "hint": {"fr": "Java, Python"},
           "required": true, "purpose": {"fr": "Préparer"}, "options": [], "visibleTo": "HOST",
           "shownWhen": {"question": "role", "option": "dev"}},
          {"id": "days", "kind": "SEVERAL", "label": {"fr": "Jours"}, "required": false, "purpose": {"fr": "Repas"},
           "options": [{"id": "mon", "label": {"fr": "Lundi"}, "removed": false}], "visibleTo": "HOST"},
          {"id": "more", "kind": "LONG_TEXT", "label": {"fr": "Projet"}, "required": false,
           "purpose": {"fr": "Jury"}, "options": [], "visibleTo": "HOST"},
          {"id": "mail", "kind": "EMAIL", "label": {"fr": "E-mail"}, "required": false,
           "purpose": {"fr": "Écrire"}, "options": [], "visibleTo": "HOST"},
          {"id": "yes", "kind": "CONSENT", "label": {"fr": "Photos"}, "required": false,
           "purpose": {"fr": "Album"}, "options": [], "visibleTo": "HOST"}]\
        """;
    private static final String ANSWERS = """
        , "answersUntil": "2036-08-15T10:00:00Z", "answersChangeable": %s, "answers": [
          {"question": "role", "kind": "CHOICE", "label": {"fr": "Rôle"}, "purpose": {"fr": "x"}, "visibleTo": "HOST",
           "values": ["dev"], "words": [{"fr": "Technique"}]},
          {"question": "stack", "kind": "TEXT", "label": {"fr": "Langages"}, "purpose": {"fr": "x"},
           "visibleTo": "HOST", "values": ["=<b>Java</b>"], "words": []},
          {"question": "yes", "kind": "CONSENT", "label": {"fr": "Photos"}, "purpose": {"fr": "x"},
           "visibleTo": "HOST", "values": ["true"], "words": []}]\
        """;

    private static final String FILE = """
        , "answersUntil": "2036-08-15T10:00:00Z", "answersChangeable": %s, "files": [{"id": "f1", "name": "=a.pdf"}],
        "answers": [{"question": "deck", "kind": "FILE", "label": {"fr": "Projet"}, "purpose": {"fr": "x"},
           "visibleTo": "HOST", "values": ["f1"], "words": []}]\
        """;

    private static final String FILE_PART = "file.deck\"; filename=\"سيرة.pdf";

    @BeforeEach
    void anEventThatAsks() {
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", "", QUESTIONS));
        SERVICES.answers("GET /registrations/r", Samples.registration("r", "CONFIRMED", ANSWERS.formatted("true")));
        SERVICES.answers(
                "GET /events/event/registrations",
                Samples.list(Samples.registration("r", "CONFIRMED", ANSWERS.formatted("false"))));
        SERVICES.answers("GET /events/event/desk", "{\"id\": \"event\", \"days\": []}");
    }

    private static void anEventThatAsksForAFile() {
        var question = """
            , "questions": [{"id": "deck", "kind": "FILE", "label": {"fr": "Projet"}, "required": true,
             "purpose": {"fr": "Jury"}, "options": [], "visibleTo": "HOST"}]\
            """;
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", "", question));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void whoRegistersIsAskedFirst(String language) {
        var page = get("/" + language + "/events/event", PERSON).body();
        assertThat(page).contains("/" + language + "/events/event/register").doesNotContain("id=\"register\"");

        var asked = get("/" + language + "/events/event/register", PERSON);

        assertThat(asked.statusCode()).isEqualTo(200);
        new Html(asked.body()).isSound(language);
        assertThat(asked.body())
                .contains("name=\"answers.role\"", "name=\"answers.stack\"", "data-when=\"answers.role\"", "Préparer")
                .doesNotContain("Ancien");
    }

    @Test
    void whatIsAnsweredIsSent() {
        SERVICES.answers("POST /events/event/registrations", 201, Samples.registration("r", "CONFIRMED", ""));

        var sent = post(
                "/fr/events/event/register",
                PERSON,
                List.of(
                        Map.entry("idempotencyKey", "k"),
                        Map.entry("asked", "yes"),
                        Map.entry("answers.role", "dev"),
                        Map.entry("answers.stack", "Java"),
                        Map.entry("answers.more", "  "),
                        Map.entry("answers.unknown", "x"),
                        Map.entry("answers.days", "mon")));

        assertThat(header(sent, "Location")).isEqualTo("/fr/events/event");
        assertThat(SERVICES.last("POST").idempotencyKey()).isEqualTo("k");
        assertThat(SERVICES.last("POST").body())
                .isEqualTo("{\"answers\":{\"role\":[\"dev\"],\"stack\":[\"Java\"],\"days\":[\"mon\"]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void allThatIsWrongIsSaidAtItsQuestionAndWhatWasTypedStays(String language) {
        SERVICES.refuses("POST /events/event/registrations", 422, "validation-failed", """
            , "errors": [{"pointer": "/answers/role", "code": "required", "detail": "Role is needed."},
                         {"pointer": "/answers/mail", "code": "no-mail-address", "detail": "No address."}]\
            """);

        var answer = post(
                "/" + language + "/events/event/register",
                PERSON,
                Map.of("idempotencyKey", "k", "asked", "yes", "answers.mail", "nobody\"><script>"));

        assertThat(answer.statusCode()).isEqualTo(422);
        new Html(answer.body()).isSound(language);
        assertThat(answer.body())
                .contains("Role is needed.", "No address.", "#f-answers-role", "nobody&quot;&gt;&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void onesOwnAnswersAreShownAndChanged(String language) {
        var page = get("/" + language + "/registrations/r/answers", PERSON);
        assertThat(page.statusCode()).isEqualTo(200);
        new Html(page.body()).isSound(language);
        assertThat(page.body()).contains("=&lt;b&gt;Java&lt;/b&gt;");

        SERVICES.answers("PUT /registrations/r/answers", Samples.registration("r", "CONFIRMED", ""));
        var sent = post(
                "/" + language + "/registrations/r/answers", PERSON, Map.of("version", "1", "answers.role", "dev"));

        assertThat(header(sent, "Location")).isEqualTo("/" + language + "/events/event");
        assertThat(SERVICES.last("PUT").ifMatch()).isEqualTo("\"1\"");
        assertThat(SERVICES.last("PUT").body()).isEqualTo("{\"answers\":{\"role\":[\"dev\"]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void afterTheirTimeTheyAreReadOnly(String language) {
        SERVICES.answers("GET /registrations/r", Samples.registration("r", "CONFIRMED", ANSWERS.formatted("false")));

        var page = get("/" + language + "/registrations/r/answers", PERSON).body();

        new Html(page).isSound(language);
        assertThat(page).contains("Technique", "=&lt;b&gt;Java&lt;/b&gt;").doesNotContain("name=\"answers.role\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void whoRunsTheEventReadsThemAtTheDesk(String language) {
        var page = get("/" + language + "/events/event/registrations", PERSON).body();

        new Html(page).isSound(language);
        assertThat(page).contains("Technique", "=&lt;b&gt;Java&lt;/b&gt;");
    }

    @Test
    void inAFileEachQuestionHasAColumn() {
        assertThat(get("/fr/events/event/registrations/export.csv", PERSON).body())
                .isEqualTo("""
                \uFEFF"Nom","État","Rang sur la liste d’attente","Inscription le","Rôle","Langages","Jours",\
                "Projet","E-mail","Photos"
                "Salma Idrissi","Confirmée",,2026-11-20T09:30:00,"Technique","'=<b>Java</b>",,,,"Oui"
                """.replace("\n", "\r\n"));
    }

    @Test
    void nobodyElseHasThisPage() {
        SERVICES.answers(
                "GET /registrations/r",
                Samples.registration("r", "CONFIRMED", "").replace("\"mine\": true", "\"mine\": false"));
        assertThat(get("/fr/registrations/r/answers", PERSON).statusCode()).isEqualTo(404);
        assertThat(get("/fr/registrations/r/answers", null).statusCode()).isNotEqualTo(200);
        assertThat(get("/fr/events/event/register", null).statusCode()).isNotEqualTo(200);
    }

    @Test
    void aFileIsSentBeforeTheAnswersAndStaysWhenSomethingElseIsWrong() {
        anEventThatAsksForAFile();
        SERVICES.answers("POST /events/event/answer-files", 201, "{\"id\": \"f1\", \"name\": \"سيرة.pdf\"}");
        SERVICES.refuses("POST /events/event/registrations", 422, "validation-failed", """
            , "errors": [{"pointer": "/answers/deck", "code": "no-file", "detail": "Gone."}]\
            """);

        var answer = send("/fr/events/event/register", Map.of("asked", "yes", FILE_PART, "%PDF"));

        assertThat(answer.statusCode()).isEqualTo(422);
        new Html(answer.body()).isSound("fr");
        assertThat(answer.body())
                .contains(
                        "name=\"answers.deck\" value=\"f1\"", "سيرة.pdf", "Gone.", "#f-answers-deck", "_without.deck");
        assertThat(SERVICES.last("POST").body()).isEqualTo("{\"answers\":{\"deck\":[\"f1\"]}}");

        SERVICES.answers("POST /events/event/registrations", 201, Samples.registration("r", "CONFIRMED", ""));
        send("/fr/events/event/register", Map.of("asked", "yes", "answers.deck", "f1", "_without.deck", "yes"));
        assertThat(SERVICES.last("POST").body()).isEqualTo("{\"answers\":{}}");
    }

    @Test
    void whatIsWrongWithAFileIsSaidAtItsQuestion() {
        anEventThatAsksForAFile();
        SERVICES.refuses("POST /events/event/answer-files", 422, "validation-failed", """
            , "errors": [{"pointer": "/file", "code": "attached-file-type", "detail": "No PDF."}]\
            """);

        var answer = send("/fr/events/event/register", Map.of("asked", "yes", FILE_PART, "x"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("No PDF.", "href=\"#f-answers-deck\"");
        var large =
                send("/fr/events/event/register", Map.of("asked", "yes", FILE_PART, "x".repeat(5 * 1024 * 1024 + 1)));
        assertThat(large.body()).contains("Ce fichier est trop volumineux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void aFileLeadsToWhatWasSent(String language) {
        anEventThatAsksForAFile();
        SERVICES.answers("GET /registrations/r", Samples.registration("r", "CONFIRMED", FILE.formatted("true")));
        SERVICES.answers(
                "GET /events/event/registrations",
                Samples.list(Samples.registration("r", "CONFIRMED", FILE.formatted("false"))));
        var form = get("/" + language + "/registrations/r/answers", PERSON).body();
        new Html(form).isSound(language);
        assertThat(form).contains("multipart/form-data", "name=\"file.deck\"", "value=\"f1\"", "=a.pdf");
        var table = get("/" + language + "/events/event/registrations", PERSON).body();
        new Html(table).isSound(language);
        assertThat(table).contains("href=\"/api/v1/registrations/r/answer-files/f1\"");
        assertThat(get("/" + language + "/events/event/registrations/export.csv", PERSON)
                        .body())
                .contains("\"'=a.pdf\"")
                .doesNotContain("f1");
    }

    private HttpResponse<String> send(String path, Map<String, String> parts) {
        var all = new LinkedHashMap<>(parts);
        all.put("idempotencyKey", "k");
        var body = new StringBuilder();
        all.forEach((name, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return send(
                request(path, PERSON)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body + "--b--\r\n")),
                HttpResponse.BodyHandlers.ofString());
    }
}
