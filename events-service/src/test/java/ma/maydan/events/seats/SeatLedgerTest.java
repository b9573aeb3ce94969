package ma.maydan.events.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import ma.maydan.events.seats.SeatLedger.Booking;
import ma.maydan.events.seats.SeatLedger.Claimant;
import ma.maydan.events.seats.SeatLedger.Kind;
import ma.maydan.events.seats.SeatLedger.Outcome;
import ma.maydan.events.seats.SeatLedger.Step;
import ma.maydan.events.seats.SeatLedger.Taking;
import org.junit.jupiter.api.Test;

class SeatLedgerTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-12-10T09:00:00Z");

    private SeatLedger ledger = SeatLedger.of("event", 1, BEGIN, NOW);

    @Test
    void aFreeSeatIsForThoseWhoWaitBeforeAnybodyElse() {
        var seat = given("ann");
        var first = given("ben");
        end(first, Booking.NOTHING);
        end(seat, Booking.SEAT_FREED);
        assertThat(ledger.seats().free()).isEqualTo(1);

        var newcomer = given("cam");

        assertThat(newcomer.kind()).isEqualTo(Kind.QUEUE);
        assertThat(newcomer.place()).isEqualTo(2);
    }

    @Test
    void nobodyIsPromotedWhileSomebodyIsOnTheWayToTheListOrAnotherIsPromoted() {
        var seat = given("ann");
        var first = given("ben");
        end(seat, Booking.SEAT_FREED);
        assertThat(ledger.promote(NOW).result()).isEmpty();

        end(first, Booking.NOTHING);
        var promotion = ledger.promote(NOW);
        ledger = promotion.ledger();

        assertThat(promotion.result()).isPresent();
        assertThat(ledger.seats().free()).isZero();
        assertThat(ledger.promote(NOW).result()).isEmpty();
    }

    @Test
    void aStepIsBookedOnce() {
        var seat = given("ann");
        end(seat, Booking.SEAT_FREED);

        var again = ledger.end(seat.id(), Booking.SEAT_FREED);

        assertThat(again).isSameAs(ledger);
        assertThat(again.seats().free()).isEqualTo(1);
    }

    @Test
    void aPersonHasOneRequestUnderWay() {
        var seat = given("ann");

        assertThat(take("ann", NOW).result()).isEqualTo(new Taking.UnderWay(seat));
    }

    @Test
    void nothingIsGivenOnceTheEventHasBegunOrIsClosed() {
        assertThat(take("ann", BEGIN).result()).isEqualTo(new Taking.Closed());

        ledger = ledger.close(NOW);

        assertThat(take("ann", NOW).result()).isEqualTo(new Taking.Closed());
        assertThat(ledger.seats().free()).isEqualTo(1);
    }

    @Test
    void aFreeSeatIsGivenToWhoWaitsUntilTheEventBegins() {
        var seat = given("ann");
        end(given("ben"), Booking.NOTHING);
        end(seat, Booking.SEAT_FREED);

        assertThat(ledger.promote(BEGIN.minusMillis(1)).result()).isPresent();
        assertThat(ledger.promote(BEGIN).result()).isEmpty();
        assertThat(ledger.close(NOW).promote(NOW).result()).isEmpty();
    }

    @Test
    void seatsToGiveAreMarkedWhileTheyAreGiven() {
        var seat = given("ann");
        end(given("ben"), Booking.NOTHING);
        end(seat, Booking.SEAT_FREED);

        var marked = ledger.written(NOW);
        assertThat(marked.opening().seatsToGive()).isTrue();
        assertThat(marked.settle(NOW)).isSameAs(marked);
        assertThat(marked.settle(BEGIN).opening().seatsToGive()).isNull();
        assertThat(marked.close(NOW).opening().seatsToGive()).isNull();
        assertThat(marked.written(BEGIN).opening().seatsToGive()).isNull();
    }

    private Outcome<Taking> take(String person, Instant now) {
        return ledger.take(new Claimant("of-" + person, person, null, "hash"), now);
    }

    private Step given(String person) {
        var outcome = take(person, NOW);
        ledger = outcome.ledger();
        assertThat(outcome.result()).isInstanceOf(Taking.Given.class);
        return ((Taking.Given) outcome.result()).step();
    }

    private void end(Step step, Booking booking) {
        ledger = ledger.end(step.id(), booking);
    }
}
