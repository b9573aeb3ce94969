package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import ma.maydan.events.CommandLog;
import ma.maydan.events.EventsIT;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a registration costs the database, with all that follows from it. */
class RegistrationCostIT extends EventsIT {

    private static final int PEOPLE = 20;

    @Autowired
    private CommandLog commands;

    @Autowired
    private SeatLedgerStore ledgers;

    @Test
    void aRegistrationIsFourWritesAndThreeReads() {
        var event = publishedEvent("cost-1", PEOPLE + 1).text("id");
        assertThat(register(event, "first").text("status")).isEqualTo("CONFIRMED");

        assertCostOf(event, "CONFIRMED");
    }

    @Test
    void aPlaceInTheWaitingListCostsWhatASeatCosts() {
        var event = publishedEvent("cost-2", 1).text("id");
        assertThat(register(event, "first").text("status")).isEqualTo("CONFIRMED");

        assertCostOf(event, "WAITLISTED");
    }

    @Test
    void thoseWhoComeTogetherShareTheWritesOfTheLedgerAndOfTheRelay() {
        var event = publishedEvent("cost-3", 50).text("id");
        settle(event);

        assertThat(atOnce(100, i -> register(event, "crowd-" + i))).allMatch(answer -> answer.status() == 201);
        settle(event);

        assertThat(commands.writesOf("seat_ledgers")).as("%s", commands).isLessThan(100);
        assertThat(commands.writes()).isLessThan(4 * 100);
    }

    @Test
    void aPageOfThoseWhoWaitCountsNobody() {
        var event = publishedEvent("cost-4", 1).text("id");
        IntStream.range(0, 10).forEach(i -> register(event, "row-" + i));
        settle(event);

        var page = get(TestTokens.person("cost-4"), "/events/" + event + "/registrations");

        assertThat(page.body().at("/items/9/position").asInt()).isEqualTo(9);
        // The event for the right to read it, its host, the rows, the event of the rows, and the ledger.
        assertThat(commands.reads()).as("%s", commands).isLessThanOrEqualTo(5);
    }

    @Test
    void theFirstActOfAPersonCostsOneMoreWrite() {
        var event = publishedEvent("cost-5", 10).text("id");
        settle(event);

        register(event, "newcomer");
        settled(event);

        assertThat(commands.writesOf("contacts")).isEqualTo(1);
        register(publishedEvent("cost-5", 10).text("id"), "newcomer");
        assertThat(commands.writesOf("contacts")).isEqualTo(1);
    }

    private void assertCostOf(String event, String status) {
        for (var i = 0; i < PEOPLE; i++) {
            // How they are reached is kept when they first act.
            act("person-" + i);
        }
        settle(event);
        var began = System.nanoTime();

        for (var i = 0; i < PEOPLE; i++) {
            assertThat(register(event, "person-" + i).text("status")).isEqualTo(status);
        }
        var reads = commands.reads();
        settled(event);

        // The ledger, the registration, its outbox, and that its person is to be told.
        // The step that nothing follows within a second is taken out of the ledger by a write of its own.
        var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 2;
        assertThat(commands.writes()).as("%s", commands).isLessThanOrEqualTo(4 * PEOPLE + seconds);
        assertThat(reads).as("%s", commands).isLessThanOrEqualTo(3 * PEOPLE);
    }

    private void act(String person) {
        api(TestTokens.person(person))
                .send("POST", "/api/v1/me/notices/events/read", Map.of("upTo", "2020-01-01T00:00:00Z"), Map.of())
                .expect(204);
    }

    private void settle(String event) {
        settled(event);
        commands.clear();
    }

    private void settled(String event) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledgers.find(event).orElseThrow().pending().isEmpty()
                        && database.getCollection("registrations")
                                        .countDocuments(and(eq("event.id", event), exists("outbox.id")))
                                == 0);
    }

    private Answer register(String event, String person) {
        return post(TestTokens.person(person), "/events/" + event + "/registrations", "{}");
    }
}
