package ma.maydan.events.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import ma.maydan.events.EventsIT;
import ma.maydan.starter.time.Morocco;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.api.Api;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;

/** What hosts and those who have registered are told. */
class NoticesIT extends EventsIT {

    private static final String REASON =
            "{\"reasonCode\":\"VENUE_UNAVAILABLE\",\"reasonText\":{\"fr\":\"Salle inondée\",\"ar\":\"القاعة مغلقة\"}}";

    private final String host = "host-" + UUID.randomUUID();

    @Test
    void allWhoHaveASeatOrWaitForOneHearOnceThatTheEventIsCancelledAndWhy() {
        var event = publishedEvent(host, 1);
        var people = IntStream.range(0, 5)
                .mapToObj(i -> "guest-" + i + "-" + UUID.randomUUID())
                .toList();
        people.forEach(person -> register(person, event));
        var gone = "gone-" + UUID.randomUUID();
        var given = register(gone, event);
        transition(TestTokens.person(gone), given, "/registrations/" + given.id() + "/cancel", "{}")
                .expect(200);

        transition(TestTokens.person(host), event, "/events/" + event.id() + "/cancel", REASON)
                .expect(200);

        for (var person : people) {
            var seated = person.equals(people.getFirst());
            hears(person, seated ? "registration.confirmed" : "registration.waitlisted", "event.cancelled");
            var notice = notices(person)
                    .get("/api/v1/me/notices/events")
                    .body()
                    .path("items")
                    .path(0);
            assertThat(notice.path("words").path("reason").asString()).contains("Salle inondée");
            assertThat(notice.path("about").path("id").asString()).isEqualTo(event.id());
        }
        hears(host, "event.published", "event.cancelled");
        assertThat(kinds(gone)).containsExactly("registration.waitlisted");
    }

    @Test
    void whoWaitedHearsOfTheSeatAndNobodyElseDoes() {
        var event = publishedEvent(host, 1);
        var first = "first-" + UUID.randomUUID();
        var second = "second-" + UUID.randomUUID();
        var third = "third-" + UUID.randomUUID();
        var seat = register(first, event);
        register(second, event);
        register(third, event);

        transition(TestTokens.person(first), seat, "/registrations/" + seat.id() + "/cancel", "{}")
                .expect(200);

        hears(second, "registration.waitlisted", "registration.promoted");
        assertThat(kinds(first)).containsExactly("registration.confirmed");
        assertThat(kinds(third)).containsExactly("registration.waitlisted");
    }

    @Test
    void whoIsOfferedASeatHearsUntilWhenItIsHeld() {
        var event = publishedEvent(host, 1, "\"offerHours\":24");
        var first = "first-" + UUID.randomUUID();
        var second = "second-" + UUID.randomUUID();
        var seat = register(first, event);
        var waiting = register(second, event);

        transition(TestTokens.person(first), seat, "/registrations/" + seat.id() + "/cancel", "{}")
                .expect(200);

        hears(second, "registration.waitlisted", "registration.offered");
        var until =
                get(TestTokens.person(second), "/registrations/" + waiting.id()).text("offeredUntil");
        var words = notices(second)
                .get("/api/v1/me/notices/events")
                .body()
                .path("items")
                .path(0)
                .path("words");
        assertThat(words.path("text").asString()).contains(Morocco.clock(Instant.parse(until)));
    }

    @Test
    void nobodyHearsThatAnOfferIsOverWhenTheEventIsCancelled() {
        var event = publishedEvent(host, 1, "\"offerHours\":24");
        var first = "first-" + UUID.randomUUID();
        var second = "second-" + UUID.randomUUID();
        var seat = register(first, event);
        var offered = register(second, event);
        transition(TestTokens.person(first), seat, "/registrations/" + seat.id() + "/cancel", "{}")
                .expect(200);
        hears(second, "registration.waitlisted", "registration.offered");
        transition(TestTokens.person(host), event, "/events/" + event.id() + "/cancel", REASON)
                .expect(200);
        var path = "/registrations/" + offered.id();
        var until = get(TestTokens.person(second), path).text("offeredUntil");

        clock.moveTo(Instant.parse(until));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(TestTokens.person(second), path).text("status").equals("DECLINED"));
        hears(second, "registration.waitlisted", "registration.offered", "event.cancelled");
    }

    @Test
    void whoAsksHearsTheAnswerOfTheHost() {
        var event = publishedEvent(host, 1, "\"admission\":\"APPROVAL\"");
        var people = IntStream.range(0, 3)
                .mapToObj(i -> "asks-" + i + "-" + UUID.randomUUID())
                .toList();
        var asked = people.stream().map(person -> register(person, event)).toList();

        answer(asked.get(0), "approve", "");
        answer(asked.get(1), "approve", "");
        answer(asked.get(2), "decline", REASON.replace("VENUE_UNAVAILABLE", "TOO_FEW_SEATS"));

        hears(people.get(0), "registration.requested", "registration.approved");
        hears(people.get(1), "registration.requested", "registration.approved-waiting");
        hears(people.get(2), "registration.requested", "registration.declined");
    }

    @Test
    void whoHasASeatIsRemindedADayBeforeAndWhoWaitsIsNot() {
        var event = publishedEvent(host, 1);
        var first = "first-" + UUID.randomUUID();
        var second = "second-" + UUID.randomUUID();
        register(first, event);
        register(second, event);
        var startsAt = Instant.parse(event.text("startsAt"));

        clock.moveTo(startsAt.minus(Duration.ofHours(24)));

        hears(first, "registration.confirmed", "event.reminder");
        hears(second, "registration.waitlisted");
    }

    @Test
    void nobodyIsRemindedOfWhatIsCancelledOrHasBegun() {
        var cancelled = publishedEvent(host, 1);
        var other = "other-" + host;
        var begun = publishedEvent(other, 1);
        var first = "first-" + UUID.randomUUID();
        register(first, cancelled);
        register(first, begun);
        transition(TestTokens.person(host), cancelled, "/events/" + cancelled.id() + "/cancel", REASON)
                .expect(200);

        clock.moveTo(Instant.parse(begun.text("startsAt")));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.getCollection("work")
                                .countDocuments(Filters.and(
                                        Filters.eq("_id", "event.reminder:" + begun.id()), Filters.exists("turn")))
                        == 0);
        hears(first, "registration.confirmed", "registration.confirmed", "event.cancelled");
    }

    private void answer(Answer asked, String step, String body) {
        transition(TestTokens.person(host), asked, "/registrations/" + asked.id() + "/" + step, body)
                .expect(200);
    }

    @Test
    void theHostHearsWhyAnEventIsReturned() {
        organization("org-" + host, 1, "VERIFIED", host, false);
        var draft = post(TestTokens.person(host), "/events", eventBody("org-" + host, 3))
                .expect(201);
        var submitted = transition(TestTokens.person(host), draft, "/events/" + draft.id() + "/submit", "{}")
                .expect(200);

        transition(
                        OFFICER,
                        submitted,
                        "/events/" + draft.id() + "/return",
                        REASON.replace("VENUE_UNAVAILABLE", "INCOMPLETE"))
                .expect(200);

        hears(host, "event.returned");
    }

    private Answer register(String person, Answer event) {
        return post(TestTokens.person(person), "/events/" + event.id() + "/registrations", "{}")
                .expect(201);
    }

    private void hears(String person, String... kinds) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kinds(person)).containsExactlyInAnyOrder(kinds));
    }

    private List<String> kinds(String person) {
        var items = notices(person).get("/api/v1/me/notices/events").body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("kind").asString())
                .toList();
    }

    private Api notices(String person) {
        return api(TestTokens.person(person)).in("fr");
    }
}
