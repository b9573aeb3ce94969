package ma.maydan.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Those who have a seat are told what the host wants them told, at its times and once. */
class MailingIT extends EventsIT {

    private static final String WRITTEN =
            "\"reminders\":[48,2],\"followUp\":{\"ar\":\"شكرا\",\"fr\":\"Les [supports](https://example.com/s)\"},\"followUpHours\":3";

    private final String owner = "mailing-" + UUID.randomUUID();
    private final String guest = "guest-" + UUID.randomUUID();

    @Test
    void whoHasASeatIsRemindedAtTheHostsTimesAndHearsFromItAfterwards() {
        var event = publishedEvent(owner, 1, WRITTEN);
        var waiting = "waiting-" + UUID.randomUUID();
        for (var person : List.of(guest, waiting)) {
            post(TestTokens.person(person), "/events/" + event.id() + "/registrations", "{}")
                    .expect(201);
        }
        var begins = Instant.parse(event.text("startsAt"));

        clock.moveTo(begins.minus(Duration.ofHours(48)));
        isTold(guest, "registration.confirmed", "event.reminder");
        clock.moveTo(begins.minus(Duration.ofHours(24)));
        clock.moveTo(begins.minus(Duration.ofHours(2)));
        isTold(guest, "registration.confirmed", "event.reminder", "event.reminder");
        clock.moveTo(Instant.parse(event.text("endsAt")).plus(Duration.ofHours(3)));
        isTold(guest, "registration.confirmed", "event.reminder", "event.reminder", "event.follow_up");
        isTold(waiting, "registration.waitlisted");

        var words = api(TestTokens.person(guest))
                .in("fr")
                .get("/api/v1/me/notices/events")
                .body()
                .path("items")
                .path(0)
                .path("words");
        assertThat(words.path("text").asString()).contains("supports", "(https://example.com/s)");
    }

    @Test
    void whatIsWrittenAfterwardsIsForTheHostAndTheClusterUntilThen() {
        var event = publishedEvent(owner, 1, WRITTEN);
        var path = "/events/" + event.id();

        assertThat(get(TestTokens.person(owner), path).at("/followUp/ar")).isEqualTo("شكرا");
        assertThat(get(OFFICER, path).at("/followUp/ar")).isEqualTo("شكرا");
        assertThat(get(TestTokens.person(guest), path).body().has("followUp")).isFalse();
        assertThat(get(null, path).body().has("followUpHours")).isFalse();
        assertThat(get(null, path).body().path("reminders").toString()).isEqualTo("[48,2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"reminders\":[0]' | /reminders/0",
                "'\"reminders\":[337]' | /reminders/0",
                "'\"reminders\":[1,2,3,4]' | /reminders",
                "'\"reminders\":[\"soon\"]' | /reminders/0",
                "'\"followUp\":{\"fr\":\"Merci\"},\"followUpHours\":169' | /followUpHours"
            })
    void timesThatAreNoneAreRefusedWhereTheyStand(String wrong, String pointer) {
        organization("org-" + owner, 1, "VERIFIED", owner, false);
        var body = eventBody("org-" + owner, 3).stripTrailing().replaceFirst("}$", "," + wrong + "}");

        var refused = post(TestTokens.person(owner), "/events", body);

        assertThat(refused.status()).isIn(400, 422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void otherTimesOfWhatIsPublishedCountAtOnce() {
        var event = publishedEvent(owner, 1);
        var path = "/events/" + event.id();
        post(TestTokens.person(guest), path + "/registrations", "{}").expect(201);
        var body = (ObjectNode)
                Api.JSON.readTree(eventBody(event.text("hostOrganizationId"), 1).strip());
        body.put("startsAtLocal", event.text("startsAtLocal")).put("endsAtLocal", event.text("endsAtLocal"));
        body.putArray("reminders").add(1);

        api(TestTokens.person(owner))
                .send("PUT", "/api/v1" + path, body.toString(), Map.of("If-Match", event.eTag()))
                .expect(200);
        var begins = Instant.parse(event.text("startsAt"));
        clock.moveTo(begins.minus(Duration.ofHours(24)));
        clock.moveTo(begins.minus(Duration.ofHours(1)));

        isTold(guest, "registration.confirmed", "event.reminder");
    }
}
