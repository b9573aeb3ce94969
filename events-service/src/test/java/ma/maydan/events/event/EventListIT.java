package ma.maydan.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the public list can be narrowed to. */
class EventListIT extends EventsIT {

    private static final LocalDateTime START = LocalDateTime.now(ZoneOffset.UTC)
            .plusDays(10)
            .withHour(10)
            .withMinute(0)
            .withSecond(0)
            .withNano(0);

    private final String owner = "listed-" + UUID.randomUUID();
    private final String host = UUID.randomUUID().toString();

    @BeforeEach
    void aHost() {
        organization(host, 1, "VERIFIED", owner, false);
    }

    @Test
    void eachFilterHoldsAloneAndWithTheOthers() {
        var workshop = event("WORKSHOP", "IN_PERSON", "MA-06", 0);
        var hybrid = event("WORKSHOP", "HYBRID", "MA-01", 1);
        var webinar = event("WEBINAR", "ONLINE", null, 2);

        assertThat(found("")).containsExactly(workshop, hybrid, webinar);
        assertThat(found("&region=MA-06")).containsExactly(workshop);
        assertThat(found("&format=HYBRID")).containsExactly(hybrid);
        assertThat(found("&online=true")).containsExactly(hybrid, webinar);
        assertThat(found("&online=true&kind=WORKSHOP")).containsExactly(hybrid);
        assertThat(found("&online=true&format=ONLINE")).containsExactly(webinar);
        assertThat(found("&online=true&format=IN_PERSON")).isEmpty();
        assertThat(found("&kind=WORKSHOP&region=MA-01&format=HYBRID")).containsExactly(hybrid);
        assertThat(found("&kind=WEBINAR&region=MA-01")).isEmpty();
        assertThat(get(null, "/events?kind=WORKSHOP&region=MA-01&limit=100")
                        .body()
                        .toString())
                .contains(hybrid)
                .doesNotContain(workshop);
    }

    @Test
    void languagesAndSectorsHoldAlike() {
        var plain = event("MEETUP", "ONLINE", null, 0);
        var health = published(
                        owner,
                        body("MEETUP", "ONLINE", null, 1, 5)
                                .replace(
                                        "\"kind\"",
                                        "\"languages\":[\"en\"],\"sectors\":[\"HEALTHTECH\",\"AI\"],\"kind\""))
                .id();
        assertThat(found("&language=fr")).containsExactly(plain);
        assertThat(found("&language=en")).containsExactly(health);
        assertThat(found("&sector=AI")).containsExactly(health);
        assertThat(found("&sector=AI&language=en&online=true&kind=MEETUP")).containsExactly(health);
        assertThat(found("&sector=AI&language=ar")).isEmpty();
        assertThat(ids(get(null, "/events/" + plain + "/related"))).contains(health);
        get(null, "/events?language=de").expect(422);
        get(null, "/events?updatedAfter=2026-01-01T00:00:00Z&sector=AI").expect(422);
    }

    @Test
    void aSpanOfTimeHasItsBeginningAndNotItsEnd() {
        var first = event("MEETUP", "ONLINE", null, 0);
        var second = event("MEETUP", "ONLINE", null, 1);
        var at = get(null, "/events/" + second).text("startsAt");

        assertThat(found("&until=" + at)).containsExactly(first);
        assertThat(found("&from=" + at)).containsExactly(second);
        get(null, "/events?from=" + at + "&until=" + at).expect(422);
    }

    @Test
    void whatIsOverIsFoundTheLatestFirst() {
        var first = event("MEETUP", "ONLINE", null, 0);
        var second = event("MEETUP", "ONLINE", null, 1);
        var third = event("MEETUP", "ONLINE", null, 2);
        assertThat(found("&when=PAST")).isEmpty();

        clock.moveTo(START.plusDays(1).plusHours(5).toInstant(ZoneOffset.UTC));

        assertThat(found("")).containsExactly(third);
        assertThat(found("&when=PAST")).containsExactly(second, first);
        assertThat(found("&when=PAST&kind=MEETUP&online=true")).containsExactly(second, first);
        assertThat(found("&when=ALL")).containsExactly(first, second, third);
        var page = get(null, "/events?when=PAST&limit=1&organizationId=" + host);
        assertThat(found("&when=PAST&limit=1&cursor=" + page.text("nextCursor")))
                .containsExactly(first);
    }

    @Test
    void whatIsFullIsLeftOutWhereFreeSeatsAreWanted() {
        var full = event("MEETUP", "ONLINE", null, 0, 1);
        var free = event("MEETUP", "ONLINE", null, 1, 2);
        for (var event : List.of(full, free)) {
            post(TestTokens.person("taker"), "/events/" + event + "/registrations", "{}")
                    .expect(201);
        }
        assertThat(found("")).containsExactly(full, free);
        assertThat(found("&freeSeats=true")).containsExactly(free);
    }

    @Test
    void theyAreCountedWhereThatIsAskedFor() {
        event("MEETUP", "ONLINE", null, 0);
        event("WEBINAR", "ONLINE", null, 1);
        var list = "/events?limit=1&organizationId=" + host;
        assertThat(get(null, list).body().has("count")).isFalse();
        assertThat(get(null, list + "&counted=true").body().path("count").asInt())
                .isEqualTo(2);
        assertThat(get(null, list + "&counted=true&kind=WEBINAR")
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(null, list + "&counted=true&freeSeats=true")
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        assertThat(get(null, list + "&counted=true&q=atelier")
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"when=PAST", "from=2026-01-01T00:00:00Z", "region=MA-06", "online=true", "freeSeats=true"})
    void whatChangedIsReadWhole(String filter) {
        var refused = get(null, "/events?updatedAfter=2026-01-01T00:00:00Z&" + filter);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("?" + filter.replaceFirst("=.*", ""));
    }

    @ParameterizedTest
    @CsvSource({"regions=MA-06, 400", "region=MA-13, 422", "when=SOON, 422", "format=BY_MAIL, 422", "online=maybe, 422"
    })
    void whatTheListDoesNotKnowIsRefused(String parameter, int status) {
        assertThat(get(null, "/events?" + parameter).status()).isEqualTo(status);
    }

    @Test
    void relatedIsWhatComesOfTheSameHostOrKind() {
        var event = event("HACKATHON", "ONLINE", null, 5);
        var sameHost = event("WEBINAR", "ONLINE", null, 1);
        var both = event("HACKATHON", "ONLINE", null, 3);
        var related = get(null, "/events/" + event + "/related").expect(200);
        assertThat(ids(related))
                .hasSizeLessThanOrEqualTo(3)
                .doesNotContain(event)
                .startsWith(both);
        assertThat(ids(related)).contains(sameHost);

        clock.moveTo(Instant.now().plus(Duration.ofDays(40)));
        assertThat(ids(get(null, "/events/" + event + "/related"))).doesNotContain(both, sameHost);
    }

    @Test
    void whoDoesNotSeeAnEventIsNotToldWhatIsLikeIt() {
        var draft = post(TestTokens.person(owner), "/events", body("MEETUP", "ONLINE", null, 0, 5))
                .expect(201);
        get(null, "/events/" + draft.id() + "/related").expect(404);
        get(TestTokens.person(owner), "/events/" + draft.id() + "/related").expect(200);
    }

    private List<String> found(String filters) {
        return ids(get(null, "/events?organizationId=" + host + filters).expect(200));
    }

    private static List<String> ids(Answer list) {
        return list.body()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString(""))
                .toList();
    }

    private String event(String kind, String format, @Nullable String region, int day) {
        return event(kind, format, region, day, 5);
    }

    private String event(String kind, String format, @Nullable String region, int day, int capacity) {
        return published(owner, body(kind, format, region, day, capacity)).id();
    }

    private String body(String kind, String format, @Nullable String region, int day, int capacity) {
        return """
            {"hostOrganizationId":"%s","title":{"ar":"ورشة","fr":"Atelier"},"kind":"%s","format":"%s",
             "startsAtLocal":"%s","endsAtLocal":"%s","venue":{"ar":"تكنوبارك","fr":"Technopark"},"region":%s,"capacity":%d}
            """.formatted(
                        host,
                        kind,
                        format,
                        START.plusDays(day),
                        START.plusDays(day).plusHours(2),
                        region == null ? "null" : "\"" + region + "\"",
                        capacity);
    }
}
