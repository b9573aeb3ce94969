package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host of an event writes to those who are registered. */
class MessagesIT extends PortalTest {

    private static final String PAGE = "/events/event/registrations/messages";
    private static final String MESSAGE = """
        {"id": "m", "eventId": "event", "to": ["CONFIRMED", "WAITLISTED"], "people": 12,
         "subject": {"fr": "Badge"}, "text": {"fr": "Apportez **votre badge**."}, "at": "2026-11-20T09:00:00Z"}\
        """;
    private static final String PREVIEW = """
        {"people": 12, "left": 4, "readings": [
         {"language": "ar", "title": "حاضنة الأطلس", "text": "أحضروا الشارة"},
         {"language": "fr", "title": "Incubateur Atlas", "text": "Apportez votre badge.\\n\\n<b>Plan</b> (https://plan.example)"},
         {"language": "en", "title": "Atlas Incubator", "text": "Apportez votre badge."}]}\
        """;

    @BeforeEach
    void anEventOfTheVisitor() {
        SERVICES.answers(
                "GET /events/event",
                Samples.event("event", "PUBLISHED", "", ", \"copyable\": true")
                        .replace("\"registrationsReadable\": false", "\"registrationsReadable\": true"));
        SERVICES.answers("GET /events/event/messages", Samples.list(MESSAGE));
        SERVICES.answers("POST /events/event/messages/preview", PREVIEW);
        SERVICES.answers("POST /events/event/messages", 201, MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void itIsWrittenShownAndSentWithoutAScript(String language) {
        var page = "/" + language + PAGE;
        var written = new Html(get(page, PERSON).body());
        written.isSound(language);
        var before = SERVICES.count("POST");

        var shown = post(page, PERSON, typed(Map.of()));
        assertThat(shown.statusCode()).isEqualTo(200);
        new Html(shown.body()).isSound(language);
        assertThat(shown.body())
                .contains("name=\"to\" value=\"CONFIRMED\"")
                .containsPattern("name=\"subject.fr\"\\s+value=\"Badge\"")
                .contains("name=\"confirmed\"", "&lt;b&gt;Plan&lt;/b&gt; (https://plan.example)");
        assertThat(SERVICES.count("POST")).isEqualTo(before + 1);

        var changed = post(page, PERSON, typed(Map.of("change", "yes")));
        new Html(changed.body()).isSound(language);
        assertThat(changed.body()).contains("value=\"Badge\"").doesNotContain("name=\"confirmed\"");
        assertThat(SERVICES.count("POST")).isEqualTo(before + 1);

        var sent = post(page, PERSON, typed(Map.of("confirmed", "yes")));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(header(sent, "Location")).endsWith(page);
        assertThat(SERVICES.lastOf("POST /events/event/messages").body())
                .contains("\"to\":[\"CONFIRMED\",\"WAITLISTED\"]", "\"subject\":{\"fr\":\"Badge\"}");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndWhatWasTypedStays() {
        SERVICES.refuses("POST /events/event/messages/preview", 422, "validation-failed", """
            , "errors": [{"pointer": "/subject", "code": "given", "detail": "Write it"}]\
            """);
        var again = post("/en" + PAGE, PERSON, typed(Map.of("subject.fr", "")));
        assertThat(again.statusCode()).isEqualTo(422);
        var page = new Html(again.body());
        page.isSound("en");
        assertThat(Html.text(page.byId("errors"))).contains("Subject: Write it");
        assertThat(again.body()).contains("Apportez");
    }

    @Test
    void whatIsRefusedWhenItIsSentIsSaidAndNothingIsLost() {
        SERVICES.refuses("POST /events/event/messages", 429, "too-many-messages", "");
        var again = post("/en" + PAGE, PERSON, typed(Map.of("confirmed", "yes")));
        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(again.body()).contains("detail of too-many-messages", "Apportez");
    }

    @Test
    void toNobodyNothingCanBeSent() {
        SERVICES.answers("POST /events/event/messages/preview", PREVIEW.replace("12", "0"));
        var shown = post("/en" + PAGE, PERSON, typed(Map.of()));
        assertThat(shown.body()).contains("Nobody is told").doesNotContain("name=\"confirmed\"");
    }

    @Test
    void onlyTheHostIsLedThereAndMayWrite() {
        SERVICES.answers("GET /events/event/registrations", Samples.list());
        SERVICES.answers("GET /events/event/desk", "{\"id\": \"event\", \"days\": []}");
        var desk = "/en/events/event/registrations";
        assertThat(get(desk, PERSON).body()).contains("href=\"" + desk + "/messages\"");
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", ""));
        assertThat(get(desk, PERSON).body()).doesNotContain("href=\"" + desk + "/messages\"");
        assertThat(get(desk + "/messages", PERSON).statusCode()).isEqualTo(403);
        assertThat(get(desk + "/messages", null).statusCode()).isEqualTo(303);
    }

    private static List<Map.Entry<String, String>> typed(Map<String, String> more) {
        var typed = new HashMap<>(
                Map.of("idempotencyKey", "key-1", "subject.fr", "Badge", "text.fr", "Apportez **votre badge**."));
        typed.putAll(more);
        var all = new ArrayList<>(List.copyOf(typed.entrySet()));
        all.add(Map.entry("to", "CONFIRMED"));
        all.add(Map.entry("to", "WAITLISTED"));
        return all;
    }
}
