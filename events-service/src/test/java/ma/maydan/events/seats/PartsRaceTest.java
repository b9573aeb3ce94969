package ma.maydan.events.seats;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Of an option or a kept seat no more are had than there are, as the write is conditional; each race has its control. */
class PartsRaceTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));
    private static final String OPTION = Part.option("shop", "a");
    private static final int PEOPLE = 12;

    private static final Quotas THREE_OF_AN_OPTION = new Quotas(Map.of(OPTION, 3), List.of());
    private static final Quotas TWO_FOR_PARTNERS =
            new Quotas(Map.of(), List.of(new Quotas.Allotment("partner", 2, LATER)));

    @Test
    void noMoreHaveAnOptionThanThereIsRoom() {
        assertThat(seated(race(new Kept(ledger(40, THREE_OF_AN_OPTION)), PEOPLE, choosing())))
                .isEqualTo(3);
    }

    @Test
    void withoutTheConditionOfTheWriteMoreHaveTheOption() {
        assertThat(seated(race(new Unprotected(ledger(40, THREE_OF_AN_OPTION)), PEOPLE, choosing())))
                .isGreaterThan(3);
    }

    @Test
    void nobodyElseHasWhatIsKept() {
        assertThat(seated(race(new Kept(ledger(6, TWO_FOR_PARTNERS)), PEOPLE, Entrant.ANYBODY)))
                .isEqualTo(4);
        assertThat(seated(race(new Kept(ledger(6, TWO_FOR_PARTNERS)), PEOPLE, partner())))
                .as("of many members the first have what is kept, and what is everybody's")
                .isEqualTo(6);
    }

    @Test
    void withoutTheConditionOfTheWriteOthersHaveWhatIsKept() {
        assertThat(seated(race(new Unprotected(ledger(6, TWO_FOR_PARTNERS)), PEOPLE, Entrant.ANYBODY)))
                .isGreaterThan(4);
    }

    private static Entrant choosing() {
        return new Entrant(0, List.of(), List.of(OPTION));
    }

    private static Entrant partner() {
        return new Entrant(0, List.of("partner"), List.of());
    }

    private static SeatLedger ledger(int seats, Quotas quotas) {
        return SeatLedger.of("event", new Terms(1, seats, null, LATER, false, WaitingOrder.ARRIVAL, quotas), NOW);
    }

    /** So many ask at once, each by a process of its own that has read the ledger before anybody wrote it. */
    private static List<Taking> race(Stored stored, int people, Entrant entrant) {
        return atOnce(people, i -> {
            var claimant = new Claimant("r" + i, "p" + i, null, null);
            return new LedgerTurn(stored)
                    .change(ledger -> ledger.take(claimant, entrant, NOW))
                    .orElseThrow();
        });
    }

    private static long seated(List<Taking> taken) {
        return taken.stream()
                .filter(one -> one instanceof Taking.Given(var step) && step.kind() == Step.Kind.CLAIM)
                .count();
    }

    private abstract static class Stored implements LedgerTurn.Storage {

        final AtomicReference<SeatLedger> stored;
        private final CyclicBarrier first = new CyclicBarrier(PEOPLE);
        private final ThreadLocal<Boolean> hasRead = ThreadLocal.withInitial(() -> false);

        Stored(SeatLedger ledger) {
            stored = new AtomicReference<>(ledger);
        }

        @Override
        public SeatLedger read() {
            var seen = stored.get();
            if (!hasRead.get()) {
                hasRead.set(true);
                try {
                    first.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
            }
            return Objects.requireNonNull(seen);
        }
    }

    /** As the store writes. */
    private static final class Kept extends Stored {

        Kept(SeatLedger ledger) {
            super(ledger);
        }

        @Override
        public Optional<SeatLedger> replace(SeatLedger before, SeatLedger after) {
            var written = after.written(NOW);
            return stored.compareAndSet(before, written) ? Optional.of(written) : Optional.empty();
        }
    }

    private static final class Unprotected extends Stored {

        Unprotected(SeatLedger ledger) {
            super(ledger);
        }

        @Override
        public Optional<SeatLedger> replace(SeatLedger before, SeatLedger after) {
            var written = after.written(NOW);
            stored.set(written);
            return Optional.of(written);
        }
    }
}
