package ma.maydan.events.seats;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import ma.maydan.events.EventsIT;
import ma.maydan.events.seats.Step.Kind;
import org.junit.jupiter.api.Test;

/** Several instances of the service share one ledger. */
class SeatLedgerStoreIT extends EventsIT {

    private static final int PEOPLE = 200;
    private static final int SEATS = 50;

    @Test
    void severalInstancesSellNoSeatTwiceAndGiveNoPlaceTwice() {
        var instances = List.of(instance(), instance(), instance());
        var event = UUID.randomUUID().toString();
        var end = Clock.systemUTC().instant().plus(Duration.ofDays(1));
        instances.getFirst().open(event, new Terms(1, SEATS, null, end, false));

        var steps = atOnce(PEOPLE, i -> step(instances.get(i % 3), event, "person-" + i));

        assertThat(steps).filteredOn(step -> step.kind() == Kind.CLAIM).hasSize(SEATS);
        assertThat(steps.stream()
                        .filter(step -> step.kind() == Kind.QUEUE)
                        .map(Step::position)
                        .sorted())
                .isEqualTo(LongStream.rangeClosed(1, PEOPLE - SEATS).boxed().toList());
        atOnce(PEOPLE, i -> instances.get(i % 3).finish(event, steps.get(i)));
        instances.forEach(SeatLedgerStore::flush);
        var ledger = instances.getFirst().find(event).orElseThrow();
        assertThat(ledger.pending()).isEmpty();
        assertThat(ledger.seats().confirmed()).isEqualTo(SEATS);
        assertThat(ledger.seats().free()).isZero();
        assertThat(ledger.list().waiting()).isEqualTo(PEOPLE - SEATS);
        assertThat(ledger.version())
                .as("those that come together are written together")
                .isLessThan(PEOPLE);
    }

    @Test
    void anAttemptToPublishThatFailedLeavesNothingOfItsTerms() {
        var store = instance();
        var event = UUID.randomUUID().toString();
        var end = Clock.systemUTC().instant().plus(Duration.ofDays(1));
        store.open(event, new Terms(1, SEATS, null, end, false));

        store.open(event, new Terms(3, SEATS + 5, null, end, true));

        var ledger = store.find(event).orElseThrow();
        assertThat(ledger.seats().capacity()).isEqualTo(SEATS + 5);
        assertThat(ledger.seats().free()).isEqualTo(SEATS + 5);
        assertThat(ledger.opening().terms().offered()).isTrue();
    }

    /** The steps of this test have no registrations: nobody else is to end them. */
    private SeatLedgerStore instance() {
        return new SeatLedgerStore(database, Clock.systemUTC());
    }

    private static Step step(SeatLedgerStore instance, String event, String person) {
        var taking = instance.take(event, new Claimant("of-" + person, person, null, null), Entrant.ANYBODY);
        return ((Taking.Given) taking.orElseThrow()).step();
    }
}
