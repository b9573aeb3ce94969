package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import ma.maydan.events.EventsIT;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import ma.maydan.testkit.backends.Topics.Message;
import org.junit.jupiter.api.Test;

/** Who registers, when, and what the world learns of it. */
class RegistrationRulesIT extends EventsIT {

    @Test
    void anothersRegistrationIsNotFound() {
        var event = publishedEvent("host-10", 2).text("id");
        var mine = register(event, "ann");

        assertThat(get(TestTokens.person("eve"), "/registrations/" + mine.text("id"))
                        .status())
                .isEqualTo(404);
        assertThat(transition(TestTokens.person("eve"), mine, "/registrations/" + mine.text("id") + "/cancel", "")
                        .status())
                .isEqualTo(404);
        assertThat(get(TestTokens.person("eve"), "/events/" + event + "/registrations")
                        .status())
                .isEqualTo(404);
        assertThat(get(TestTokens.person("host-10"), "/events/" + event + "/registrations")
                        .body()
                        .at("/items/0/personName")
                        .asString(""))
                .isEqualTo("Person ann");
    }

    @Test
    void theWorldLearnsWhoGotASeatWhoWaitsAndWhoWasPromoted() {
        var event = publishedEvent("host-12", 1).text("id");
        var seat = register(event, "ann");
        var waiting = register(event, "ben");
        transition(TestTokens.person("ann"), seat, "/registrations/" + seat.id() + "/cancel", "")
                .expect(200);

        awaitTypes(seat.id(), "ma.maydan.registration.confirmed.v1", "ma.maydan.registration.cancelled.v1");
        awaitTypes(waiting.id(), "ma.maydan.registration.waitlisted.v1", "ma.maydan.registration.promoted.v1");
        var messages = Topics.messages("maydan.registrations", waiting.id());
        assertThat(messages).extracting(Message::sequence).containsExactly("1", "2");
        var promoted = messages.getLast().data();
        assertThat(promoted.path("eventId").asString()).isEqualTo(event);
        assertThat(promoted.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(promoted.toString()).doesNotContain("ben");
    }

    @Test
    void onlyAPersonRegistersAndOnlyForThemselves() {
        var event = publishedEvent("host-14", 5).text("id");
        var path = "/events/" + event + "/registrations";
        assertThat(post(null, path, "{}").status()).isEqualTo(401);
        assertThat(post(TestTokens.machine("partner", "events.read", "events.write"), path, "{}")
                        .status())
                .isEqualTo(403);
        assertThat(post(TestTokens.person("ann"), path, "{\"personId\":\"ben\"}")
                        .code())
                .isEqualTo("validation-failed");
        assertThat(api(TestTokens.person("ann"))
                        .send("POST", "/api/v1" + path, "{}", Map.of())
                        .code())
                .isEqualTo("idempotency-key-missing");
        assertThat(post(TestTokens.person("ann"), "/events/none/registrations", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(get(null, path).status()).isEqualTo(401);
        assertThat(get(null, "/me/registrations").status()).isEqualTo(401);
        assertThat(get(null, "/events/" + event).body().at("/seats/confirmed").asInt())
                .isZero();
    }

    @Test
    void anEventThatHasBegunOrIsCancelledTakesNoRegistrations() {
        var begun = publishedEvent("host-16", 5).text("id");
        database.getCollection("events")
                .updateOne(
                        eq("_id", begun),
                        Updates.set(
                                "content.schedule.startsAt",
                                Date.from(Instant.now().minusSeconds(60))));
        var refused = register(begun, "ann");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("registration-closed");

        var event = publishedEvent("host-17", 5);
        transition(
                        TestTokens.person("host-17"),
                        event,
                        "/events/" + event.id() + "/cancel",
                        "{\"reasonCode\":\"OTHER\",\"reasonText\":{\"fr\":\"x\"}}")
                .expect(200);
        assertThat(register(event.id(), "ann").status()).isEqualTo(404);
        assertThat(register(event.id(), "host-17").code()).isEqualTo("registration-closed");
    }

    @Test
    void aRegistrationTellsTheTimeOfItsEventByTheEventsOwnClock() {
        var event = publishedEvent("host-18", 5);
        register(event.id(), "ann-18").expect(201);

        var mine = get(TestTokens.person("ann-18"), "/me/registrations").body().at("/items/0");
        assertThat(mine.path("eventStartsAtLocal").asString()).isEqualTo(event.text("startsAtLocal"));
        assertThat(mine.path("eventZone").asString()).isEqualTo("Africa/Casablanca");
    }

    private Answer register(String event, String person) {
        return post(TestTokens.person(person), "/events/" + event + "/registrations", "{}");
    }

    private static void awaitTypes(String id, String... types) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.registrations", id))
                        .extracting(Message::type)
                        .containsExactly(types));
    }
}
