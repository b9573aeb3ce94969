package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host says what is asked of who registers. */
class QuestionsIT extends PortalTest {

    private static final String ROLE = """
        {"id": "role", "kind": "CHOICE", "label": {"fr": "Rôle"}, "required": true, "purpose": {"fr": "Équipes"},
         "options": [{"id": "dev", "label": {"fr": "Technique"}, "removed": false},
                     {"id": "biz", "label": {"fr": "Commerce"}, "removed": false}], "visibleTo": "HOST"}\
        """;
    private static final String STACK = """
        {"id": "stack", "kind": "TEXT", "label": {"fr": "Langages"}, "required": false, "purpose": {"fr": "Postes"},
         "options": [], "visibleTo": "HOST", "shownWhen": {"question": "role", "option": "dev"}}\
        """;

    @BeforeEach
    void anEventThatAsks() {
        SERVICES.answers(
                "GET /events/event",
                Samples.event("event", "DRAFT", "\"edit\"", ", \"questions\": [" + ROLE + "," + STACK + "]"));
        SERVICES.answers("PUT /events/event", Samples.event("event", "DRAFT", "\"edit\""));
    }

    @ParameterizedTest
    @CsvSource({"ar,", "fr,", "en,", "ar,/role", "fr,/stack", "en,/role"})
    void theyAreListedAndChanged(String language, String which) {
        var page = get("/" + language + "/events/event/questions" + (which == null ? "" : which), PERSON);

        assertThat(page.statusCode()).isEqualTo(200);
        new Html(page.body()).isSound(language);
    }

    @Test
    void aQuestionIsAddedBehindTheOthersAndTheRestOfTheEventIsSentAsItIs() {
        var sent = post(
                "/fr/events/event/questions",
                PERSON,
                Map.of(
                        "version", "7",
                        "kind", "TEXT",
                        "needed", "YES",
                        "label.fr", "Régime",
                        "purpose.fr", "Repas",
                        "visibleTo", "HOST",
                        "shownWhen", "role:dev"));

        assertThat(header(sent, "Location")).isEqualTo("/fr/events/event/questions");
        assertThat(SERVICES.last("PUT").ifMatch()).isEqualTo("\"7\"");
        assertThat(SERVICES.last("PUT").body())
                .contains(
                        "\"id\":\"role\"",
                        "\"id\":\"stack\"",
                        "\"label\":{\"fr\":\"Régime\"}",
                        "\"required\":true",
                        "\"shownWhen\":{\"question\":\"role\",\"option\":\"dev\"}",
                        "\"capacity\":50",
                        "\"startsAtLocal\":\"2036-08-15T10:00\"");
    }

    @Test
    void oneIsAskedEarlierUnlessItDependsOnTheOneBefore() {
        var diet = STACK.replace("\"stack\"", "\"diet\"").replaceFirst(", *\"shownWhen\".*", "}");
        SERVICES.answers(
                "GET /events/event",
                Samples.event(
                        "event", "DRAFT", "\"edit\"", ", \"questions\": [" + ROLE + "," + STACK + "," + diet + "]"));
        assertThat(get("/fr/events/event/questions", PERSON).body())
                .contains("/questions/diet/up")
                .doesNotContain("/questions/role/up", "/questions/stack/up");

        var moved = post("/fr/events/event/questions/diet/up", PERSON, Map.of("version", "7"));

        assertThat(header(moved, "Location")).isEqualTo("/fr/events/event/questions");
        assertThat(SERVICES.last("PUT").body())
                .containsSubsequence("\"id\":\"role\"", "\"id\":\"diet\"", "\"id\":\"stack\"");
    }

    @Test
    void answersAreChangedUntilTheTimeThatIsTyped() {
        for (var language : List.of("ar", "fr", "en")) {
            new Html(get("/" + language + "/events/event/questions/until", PERSON)
                            .body())
                    .isSound(language);
        }

        post(
                "/fr/events/event/questions/until",
                PERSON,
                Map.of("version", "7", "answersUntilLocal.date", "2036-08-14", "answersUntilLocal.time", "18h"));

        assertThat(SERVICES.last("PUT").body())
                .contains("\"answersUntilLocal\":\"2036-08-14T18:00\"", "\"id\":\"role\"");
    }

    @Test
    void anOptionThatStaysKeepsItsIdAndOneThatGoesIsRemoved() {
        post(
                "/fr/events/event/questions/role",
                PERSON,
                List.of(
                        Map.entry("version", "7"),
                        Map.entry("kind", "CHOICE"),
                        Map.entry("needed", "NO"),
                        Map.entry("label.fr", "Rôle"),
                        Map.entry("purpose.fr", "Équipes"),
                        Map.entry("visibleTo", "HOST"),
                        Map.entry("options.0.fr", "Technique"),
                        Map.entry("options.0.en", "Technical"),
                        Map.entry("options.1.fr", "Ferme")));

        assertThat(SERVICES.last("PUT").body())
                .contains("\"id\":\"role\"", "\"fr\":\"Ferme\"")
                .containsPattern("\"dev\"[^}]*\"Technical\"|\"Technical\"[^}]*}[^}]*\"dev\"")
                .containsPattern("\"biz\"[^}]*}?[^}]*\"removed\":true|\"removed\":true[^}]*\"biz\"|\"Commerce\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void whatIsWrongStandsAtItsField(String language) {
        SERVICES.refuses("PUT /events/event", 422, "validation-failed", """
            , "errors": [{"pointer": "/questions/2/label", "code": "given", "detail": "Say it."},
                         {"pointer": "/questions/2/options/0/label/fr", "code": "x", "detail": "Too long."}]\
            """);

        var answer = post(
                "/" + language + "/events/event/questions",
                PERSON,
                Map.of("version", "7", "kind", "CHOICE", "options.0.fr", "x<b>"));

        assertThat(answer.statusCode()).isEqualTo(422);
        new Html(answer.body()).isSound(language);
        assertThat(answer.body()).contains("#f-label", "#f-options-0-fr", "x&lt;b&gt;");
    }

    @Test
    void whatIsRemovedTakesAlongWhatDependsOnIt() {
        var sent = post("/fr/events/event/questions/role/remove", PERSON, Map.of("version", "7"));

        assertThat(header(sent, "Location")).isEqualTo("/fr/events/event/questions");
        assertThat(SERVICES.last("PUT").body()).contains("\"questions\":[]");
    }

    @Test
    void whoMayNotEditTheEventIsTurnedAway() {
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", ""));
        assertThat(get("/fr/events/event/questions", PERSON).statusCode()).isEqualTo(409);
        assertThat(get("/fr/events/event/questions", null).statusCode()).isNotEqualTo(200);
    }
}
