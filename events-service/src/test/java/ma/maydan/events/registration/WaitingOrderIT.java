package ma.maydan.events.registration;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import ma.maydan.events.EventsIT;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whoever may read who registered can check that the waiting list was served in its order. */
class WaitingOrderIT extends EventsIT {

    private static final int PEOPLE = 40;

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    @Test
    void theOrderThatIsExplainedIsTheOneInWhichPeopleWereServed() {
        var event = publishedEvent("order-1", 5, "\"offerHours\":24").id();
        var random = new Random(7);
        var all = new ArrayList<Answer>();
        for (var i = 0; i < PEOPLE; i++) {
            all.add(register(event, "order-" + i).expect(201));
        }

        // Seats and places are given up, and offers taken and declined, all at the same time.
        for (var round = 0; round < 4; round++) {
            var draws = IntStream.concat(holders(all), random.ints(4, 0, PEOPLE))
                    .distinct()
                    .boxed()
                    .toList();
            atOnce(draws.size(), i -> act("order-" + draws.get(i), all.get(draws.get(i))));
            settled(event);
        }

        var rows = rows(event);
        assertThat(WaitingOrder.served(rows)).as("turns of the list").hasSizeGreaterThan(5);
        WaitingOrder.assertKept(rows);
    }

    /** Who has or is offered a seat. */
    private IntStream holders(List<Answer> all) {
        return IntStream.range(0, all.size())
                .filter(i -> registrations
                        .find(all.get(i).id())
                        .filter(row -> row.status() == Status.CONFIRMED || row.status() == Status.OFFERED)
                        .isPresent());
    }

    /** Takes an offer every other time, and else gives up what there is. */
    private Answer act(String person, Answer registration) {
        var token = TestTokens.person(person);
        var path = "/registrations/" + registration.id();
        var now = get(token, path);
        var accepts =
                now.allowedTransitions().contains("accept") && registration.id().hashCode() % 2 == 0;
        return transition(token, now, path + (accepts ? "/accept" : "/cancel"), "");
    }

    private List<JsonNode> rows(String event) {
        var page = get(TestTokens.person("order-1"), "/events/" + event + "/registrations?limit=100");
        return page.body().path("items").valueStream().toList();
    }

    private void settled(String event) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var ledger = ledgers.find(event).orElseThrow();
            assertThat(ledger.pending()).isEmpty();
            assertThat(ledger.hasSeatsToGive(clock.instant())).isFalse();
            assertThat((long) ledger.seats().confirmed()).isEqualTo(registrations.count(event, Status.CONFIRMED));
            assertThat((long) ledger.seats().held()).isEqualTo(registrations.count(event, Status.OFFERED));
            assertThat((long) ledger.list().waiting()).isEqualTo(registrations.count(event, Status.WAITLISTED));
        });
    }

    private Answer register(String event, String person) {
        return post(TestTokens.person(person), "/events/" + event + "/registrations", "{}");
    }
}
