package ma.maydan.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of the public lists, as their readers meet it. */
class EventSearchIT extends EventsIT {

    private final String owner = "searched-" + UUID.randomUUID();
    private final String token = TestTokens.person(owner);
    private final String host = UUID.randomUUID().toString();
    /** A word that nothing else has. */
    private final String mark = "q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "z";

    @BeforeEach
    void aHost() {
        organization(host, 1, "VERIFIED", owner, false);
    }

    @Test
    void theNameComesBeforeTheVenueAndFiltersHold() {
        var venue = published(owner, body("Conférence", "CONFERENCE").replace("Technopark", "Salle " + mark));
        var name = published(owner, body("Atelier " + mark, "WORKSHOP"));
        assertThat(found("ateliers " + mark)).containsExactly(name.id());
        assertThat(found(mark)).containsExactly(name.id(), venue.id());
        assertThat(found(mark + "&kind=CONFERENCE")).containsExactly(venue.id());
        assertThat(found(mark + "&organizationId=" + host)).containsExactly(name.id(), venue.id());
        assertThat(found(mark + "&organizationId=another")).isEmpty();
        assertThat(found("&limit=100")).as("no search").contains(name.id(), venue.id());
    }

    @Test
    void onlyWhatThePublicMaySeeIsFound() {
        var draft = post(token, "/events", body(mark, "MEETUP")).expect(201);
        assertThat(found(mark)).as("a draft").isEmpty();
        var event = published(owner, body(mark, "MEETUP"));
        assertThat(found(mark)).containsExactly(event.id());

        organization(host, 2, "SUSPENDED", owner, false);
        assertThat(found(mark)).as("of a suspended host").isEmpty();
        organization(host, 3, "VERIFIED", owner, false);
        assertThat(found(mark)).as("of a reinstated host").containsExactly(event.id());

        clock.moveTo(Instant.now().plus(Duration.ofDays(12)));
        assertThat(found(mark)).as("over").isEmpty();
        clock.moveBack();
        var reason = "{\"reasonCode\":\"OTHER\",\"reasonText\":{\"fr\":\"Annulé\"}}";
        transition(token, event, "/events/" + event.id() + "/cancel", reason).expect(200);
        assertThat(found(mark)).as("cancelled").isEmpty();
        get(token, "/events/" + draft.id()).expect(200);
    }

    @Test
    void aSpeakerIsFoundByWhatIsSaidNow() {
        var body = """
                {"organizationId":"%s","name":{"fr":"%s Alaoui"},"biography":{"fr":"Une vie."},"links":[]}
                """;
        var draft = post(token, "/speakers", body.formatted(host, mark)).expect(201);
        var path = "/speakers/" + draft.id();
        var published = transition(token, draft, path + "/publish", "").expect(200);
        assertThat(speakers(mark + " alawi")).containsExactly(draft.id());

        var edited = api(token)
                .send("PUT", "/api/v1" + path, body.formatted(host, "Renommée"), Map.of("If-Match", published.eTag()))
                .expect(200);
        assertThat(speakers(mark)).isEmpty();
        assertThat(speakers("renomme alaoui&organizationId=" + host)).containsExactly(draft.id());
        transition(token, edited, path + "/hide", "").expect(200);
        assertThat(speakers("renomme&organizationId=" + host)).isEmpty();
    }

    @Test
    void pagesFollowTheRankAndACursorBelongsToItsSearch() {
        for (var name : List.of("Rencontre " + mark, mark, "Grande rencontre " + mark + " annuelle")) {
            published(owner, body(name, "MEETUP"));
        }
        var all = found(mark);
        assertThat(all).hasSize(3);
        var first = get(null, "/events?q=" + mark + "&limit=2").expect(200);
        assertThat(first.ids()).isEqualTo(all.subList(0, 2));
        var cursor = "&limit=2&cursor=" + first.text("nextCursor");
        assertThat(get(null, "/events?q=" + mark + cursor).expect(200).ids()).isEqualTo(all.subList(2, 3));
        assertThat(get(null, "/events?q=rencontre" + cursor).code()).isEqualTo("invalid-cursor");
        assertThat(get(null, "/events?" + cursor.substring(1)).code()).isEqualTo("invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de la",
                "في من",
                ".*",
                "^(",
                "$where",
                "{\"$ne\":null}",
                "\\",
                "🚀",
                "\u200F",
                "\u202Ex",
                "‏تكنوبارك‏",
                "'",
                "%",
                "<script>",
                "a",
                "\n"
            })
    void anyTextIsASearch(String typed) {
        get(null, "/events?q=" + encoded(typed)).expect(200);
        get(null, "/speakers?q=" + encoded(typed)).expect(200);
    }

    @ParameterizedTest
    @CsvSource({"search-too-long, mot%20, 51", "control-characters, a%00b, 1", "control-characters, %1B, 3"})
    void whatIsNoTextIsRefused(String code, String part, int times) {
        var refused = get(null, "/events?q=" + part.repeat(times));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("?q");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void whatChangedIsNotSearched() {
        var refused = get(null, "/events?q=a&updatedAfter=2026-01-01T00:00:00Z");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("search-of-changes");
        assertThat(get(null, "/events?q=a&q=b").code()).isEqualTo("repeated-parameter");
    }

    private List<String> found(String query) {
        return get(null, "/events?q=" + query.replace(" ", "%20")).expect(200).ids();
    }

    private List<String> speakers(String query) {
        return get(null, "/speakers?q=" + query.replace(" ", "%20")).expect(200).ids();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String body(String title, String kind) {
        return eventBody(host, 10)
                .replace("\"ar\":\"ورشة\",\"fr\":\"Atelier\",\"en\":\"Workshop\"", "\"fr\":\"" + title + "\"")
                .replace("\"capacity\"", "\"leftOut\":[\"ar\"],\"capacity\"")
                .replace("WORKSHOP", kind);
    }
}
