package ma.maydan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organization takes seats for several colleagues at once, and sees what it has taken. */
class ColleaguesIT extends PortalTest {

    private static final String FORM = "/fr/events/event/colleagues/new";
    private static final String BY = """
        , "organization": {"id": "org", "name": {"fr": "Atlas"}, "named": true, "represented": true}""";

    @BeforeEach
    void anEventThatTakesColleagues() {
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", "", ", \"perOrganization\": 3"));
        SERVICES.answers(
                "GET /me/organizations",
                Samples.list(Samples.organization("org", "VERIFIED", "", ", \"myRole\": \"OWNER\"")));
        SERVICES.answers("POST /events/event/registrations", 201, Samples.registration("r", "CONFIRMED", BY));
        SERVICES.answersWithoutCursor(
                "GET /me/registrations/colleagues",
                "{\"items\": [" + Samples.registration("r", "CONFIRMED", BY) + "], \"nextCursor\": \"more\"}");
    }

    @Test
    void eachLineIsARequestWithAKeyOfItsOwnThatStays() {
        var before = SERVICES.count("POST");

        var sent = post(FORM, PERSON, lines("a@example.org", "b@example.org"));
        assertThat(header(sent, "Location")).isEqualTo("/fr/events/event/colleagues");
        assertThat(SERVICES.count("POST")).isEqualTo(before + 2);
        var key = SERVICES.last("POST").idempotencyKey();
        assertThat(SERVICES.last("POST").body()).isEqualTo("""
            {"organizationId":"org","colleague":{"name":"B","email":"b@example.org","language":"fr"}}""");
        post(FORM, PERSON, lines("c@example.org", "b@example.org"));

        assertThat(SERVICES.last("POST").idempotencyKey()).isEqualTo(key);
    }

    @Test
    void whereTheHostTakesNoColleaguesThereIsNoForm() {
        SERVICES.answers("GET /events/event", Samples.event("event", "PUBLISHED", ""));

        assertThat(get(FORM, PERSON).body()).doesNotContain("who.0.email");
    }

    @Test
    void whatIsRefusedIsSaidAtItsLineAndWhatWasTypedStays() {
        SERVICES.refuses("POST /events/event/registrations", 409, "already-registered", "");

        var page = post(FORM, PERSON, lines("a@example.org", "b@example.org"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("#f-who-0-email", "#f-who-1-email", "value=\"b@example.org\"");
    }

    @Test
    void withoutALineOneSeatIsHeld() {
        var before = SERVICES.count("POST");

        post(FORM, PERSON, lines("", "").subList(0, 2));

        assertThat(SERVICES.count("POST")).isEqualTo(before + 1);
        assertThat(SERVICES.last("POST").body()).isEqualTo("{\"organizationId\":\"org\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void theSeatsAtAnEventHavePages(String language) {
        var list = get("/" + language + "/events/event/colleagues", PERSON);
        new Html(list.body()).isSound(language);
        assertThat(list.body()).contains("cursor=more", "/colleagues/new");
        assertThat(SERVICES.lastOf("GET /me/registrations/colleagues").query()).contains("eventId=event");
        var lost = get("/" + language + "/events/event/colleagues?cursor=gone", PERSON);
        assertThat(lost.statusCode()).isEqualTo(200);
        new Html(get("/" + language + "/events/event/colleagues/new", PERSON).body()).isSound(language);
        assertThat(get("/" + language + "/me/registrations", PERSON).body()).contains("colleagues=more");
    }

    private static List<Map.Entry<String, String>> lines(String first, String second) {
        return List.of(
                Map.entry("idempotencyKey", "k"),
                Map.entry("organizationId", "org"),
                Map.entry("who.0.name", first.isEmpty() ? "" : "A"),
                Map.entry("who.0.email", first),
                Map.entry("who.1.name", second.isEmpty() ? "" : "B"),
                Map.entry("who.1.email", second),
                Map.entry("language", "fr"));
    }
}
