package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody without an account asks for a seat, and does all else by the link of the mail. */
class GuestsIT extends PortalTest {

    private static final String QUESTIONS = """
        , "guests": "BY_EMAIL", "questions": [
          {"id": "diet", "kind": "TEXT", "label": {"fr": "Régime", "ar": "الحمية", "en": "Diet"}, "required": true,
           "purpose": {"fr": "Repas"}, "options": [], "visibleTo": "HOST"}]\
        """;
    private static final String SEAT = """
        {"version": 3, "eventId": "event", "eventTitle": {"fr": "Atelier des idées"},
         "eventStartsAtLocal": "2036-08-15T10:00:00", "eventZone": "Africa/Casablanca",
         "seat": {"personName": "Ann", "status": "CONFIRMED", "confirmUntil": %s, "ofAccount": %s},
         "answersUntil": "2036-08-15T10:00:00Z", "answersChangeable": true,
         "answers": [{"question": "diet", "kind": "TEXT", "label": {"fr": "Régime"}, "purpose": {"fr": "Repas"},
                      "visibleTo": "HOST", "values": ["Sans sel"], "words": []}],
         "allowedTransitions": [%s"refuse"]}\
        """;
    private static final String UNCONFIRMED = SEAT.formatted("\"2036-08-01T10:30:00Z\"", "false", "\"confirm\", ");

    @BeforeEach
    void anEventForGuests() {
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", "", QUESTIONS));
        SERVICES.answers("POST /events/event/guests", 204, "");
        SERVICES.answers("GET /seats/key", UNCONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void whoHasNoAccountIsLedToAFormWithTheHostsQuestions(String language) {
        assertThat(get("/" + language + "/events/event", null).body()).contains("/events/event/guest\"");
        assertThat(get("/" + language + "/events/event", PERSON).body()).doesNotContain("/events/event/guest\"");

        var form = get("/" + language + "/events/event/guest", null);

        new Html(form.body()).isSound(language);
        assertThat(form.body()).contains("name=\"name\"", "name=\"email\"", "name=\"answers.diet\"");
    }

    @Test
    void whatIsTypedIsSentAndTheSameIsSaidOfEveryAddress() {
        var sent = post("/ar/events/event/guest", null, typed());

        assertThat(header(sent, "Location")).isEqualTo("/ar/events/event");
        assertThat(SERVICES.lastOf("POST /events/event/guests").body()).isEqualTo("""
            {"name":"Ann","email":"ann@example.org","language":"ar","answers":{"diet":["Sans sel"]}}""");
        assertThat(SERVICES.lastOf("POST /events/event/guests").authorization()).isNull();
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldOrQuestion() {
        SERVICES.refuses("POST /events/event/guests", 422, "validation-failed", """
            , "errors": [{"pointer": "/email", "code": "invalid-value", "detail": "No address."},
                         {"pointer": "/answers/diet", "code": "required", "detail": "Diet is needed."}]\
            """);
        var page = post("/fr/events/event/guest", null, typed());

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("No address.", "Diet is needed.", "#f-email", "#f-answers-diet", "value=\"ann@example.org\"");
        SERVICES.refuses("POST /events/event/guests", 429, "too-many-guests", "");
        var busy = post("/fr/events/event/guest", null, typed());
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.body()).contains("detail of too-many-guests", "value=\"ann@example.org\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theLinkShowsWhatIsHeldAndNothingIsDoneBeforeAButtonIsPressed(String language) {
        var before = SERVICES.changes();

        var page = get("/" + language + "/seats/key", null);

        new Html(page.body()).isSound(language);
        assertThat(page.body()).contains("/seats/key/confirm\"", "/seats/key/refuse\"", "/seats/key/answers\"");
        var answers = get("/" + language + "/seats/key/answers", null);
        new Html(answers.body()).isSound(language);
        assertThat(answers.body()).contains("value=\"Sans sel\"");
        assertThat(SERVICES.changes()).isEqualTo(before);
    }

    @Test
    void whoConfirmsIsSentBackOrToTheEventWhereItIsTheirAccounts() {
        SERVICES.answers("POST /seats/key/confirm", SEAT.formatted("null", "false", ""));
        assertThat(header(post("/fr/seats/key/confirm", null, Map.of("version", "3")), "Location"))
                .isEqualTo("/fr/seats/key");
        assertThat(SERVICES.last("POST").ifMatch()).isEqualTo("\"3\"");

        SERVICES.answers("POST /seats/key/confirm", SEAT.formatted("null", "true", ""));
        assertThat(header(post("/fr/seats/key/confirm", null, Map.of("version", "3")), "Location"))
                .isEqualTo("/fr/events/event");
    }

    @Test
    void whatAGuestAnswersOtherwiseIsSent() {
        SERVICES.answers("PUT /seats/key/answers", UNCONFIRMED);

        var sent = post("/fr/seats/key/answers", null, Map.of("version", "3", "answers.diet", "Sans sucre"));

        assertThat(header(sent, "Location")).isEqualTo("/fr/seats/key");
        assertThat(SERVICES.last("PUT").body()).isEqualTo("{\"answers\":{\"diet\":[\"Sans sucre\"]}}");
    }

    private static List<Map.Entry<String, String>> typed() {
        return List.of(
                Map.entry("name", "Ann"), Map.entry("email", "ann@example.org"), Map.entry("answers.diet", "Sans sel"));
    }
}
