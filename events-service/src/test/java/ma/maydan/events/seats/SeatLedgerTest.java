package ma.maydan.events.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import ma.maydan.events.seats.SeatLedger.Outcome;
import ma.maydan.events.seats.Step.Kind;
import org.junit.jupiter.api.Test;

class SeatLedgerTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-12-10T09:00:00Z");

    private SeatLedger ledger = SeatLedger.of("event", new Terms(1, 1, null, BEGIN, false), NOW);

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
        assertThat(ledger.turn(NOW).result()).isEmpty();

        end(first, Booking.NOTHING);
        var promotion = ledger.turn(NOW);
        ledger = promotion.ledger();

        assertThat(promotion.result()).isPresent();
        assertThat(ledger.seats().free()).isZero();
        assertThat(ledger.turn(NOW).result()).isEmpty();
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

        assertThat(ledger.turn(BEGIN.minusMillis(1)).result()).isPresent();
        assertThat(ledger.turn(BEGIN).result()).isEmpty();
        assertThat(ledger.close(NOW).turn(NOW).result()).isEmpty();
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

    @Test
    void anOfferedSeatIsHeldUntilItIsAnswered() {
        ledger = SeatLedger.of("event", new Terms(1, 1, null, BEGIN, true), NOW);
        end(given("ann"), Booking.SEAT_FREED);
        var seat = given("ann");
        end(given("ben"), Booking.NOTHING);
        end(given("cam"), Booking.NOTHING);
        end(seat, Booking.SEAT_FREED);

        var offer = turn();
        end(offer, Booking.left(1));
        assertThat(offer.kind()).isEqualTo(Kind.OFFER);
        assertThat(ledger.seats()).isEqualTo(new Seats(1, 0, 1, 0));
        assertThat(ledger.turn(NOW).result()).as("nobody else is offered it").isEmpty();

        var refused = ledger.begin(Kind.EXPIRE, "of-ben", NOW);
        ledger = refused.ledger();
        end(refused.result(), Booking.HOLD_FREED);
        var next = turn();
        end(next, Booking.left(2));
        assertThat(next.turn()).isEqualTo(2);
        var taken = ledger.begin(Kind.ACCEPT, "of-cam", NOW);
        ledger = taken.ledger();
        end(taken.result(), Booking.HOLD_TAKEN);

        assertThat(ledger.seats()).isEqualTo(new Seats(1, 1, 0, 0));
        assertThat(ledger.list().waiting()).isZero();
    }

    @Test
    void whatAnEventSaysLaterCountsAndWhatItSaidBeforeDoesNot() {
        ledger = ledger.follow(new Terms(3, 5, null, BEGIN, true));
        ledger = ledger.follow(new Terms(2, 1, null, BEGIN, false));

        assertThat(ledger.seats()).isEqualTo(new Seats(5, 0, 0, 5));
        assertThat(ledger.opening().terms().offered()).isTrue();
    }

    @Test
    void fewerSeatsThanAreTakenAreRefusedWithTheirNumber() {
        ledger = ledger.follow(new Terms(2, 3, null, BEGIN, false));
        given("ann");
        given("ben");

        assertThat(ledger.shrink(1, NOW).result()).isEqualTo(new Shrinking.TooMany(2));
        assertThat(ledger.shrink(2, NOW).result()).isInstanceOf(Shrinking.Reserved.class);
    }

    @Test
    void whileSeatsAreTakenAwayNoneOfThemIsGivenAndWithoutTheEventTheyAreBack() {
        ledger = ledger.follow(new Terms(2, 3, null, BEGIN, false));
        end(given("ann"), Booking.NOTHING);
        var shrinking = ledger.shrink(1, NOW);
        ledger = shrinking.ledger();
        assertThat(take("ben", NOW).ledger().list().waiting()).isEqualTo(1);

        var step = ((Shrinking.Reserved) shrinking.result()).step();
        assertThat(ledger.end(step.id(), Booking.NOTHING).seats()).isEqualTo(new Seats(3, 1, 0, 2));
        ledger = ledger.follow(new Terms(3, 1, null, BEGIN, false));
        end(step, Booking.NOTHING);
        assertThat(ledger.seats()).isEqualTo(new Seats(1, 1, 0, 0));
    }

    @Test
    void aLedgerWithMoreTakenThanItsEventHasShrinksAsSeatsAreGivenBack() {
        ledger = ledger.follow(new Terms(2, 3, null, BEGIN, false));
        var ann = given("ann");
        end(given("ben"), Booking.NOTHING);

        ledger = ledger.follow(new Terms(3, 1, null, BEGIN, false));
        assertThat(ledger.seats()).isEqualTo(new Seats(2, 2, 0, 0));
        end(ann, Booking.SEAT_FREED);

        assertThat(ledger.seats()).isEqualTo(new Seats(1, 1, 0, 0));
    }

    @Test
    void nothingIsGivenBeforeRegistrationOpens() {
        ledger = ledger.follow(new Terms(2, 1, NOW.plusSeconds(60), BEGIN, false));

        assertThat(take("ann", NOW).result()).isEqualTo(new Taking.Closed());
        assertThat(take("ann", NOW.plusSeconds(60)).result()).isInstanceOf(Taking.Given.class);
    }

    @Test
    void whoIsApprovedOnceRegistrationIsClosedHasASeatOrNothing() {
        var after = BEGIN.plusSeconds(1);
        var seat = ledger.approve("of-ann", after);
        assertThat(seat.result()).isInstanceOf(Taking.Given.class);

        ledger = seat.ledger();
        assertThat(ledger.approve("of-ann", after).result()).isInstanceOf(Taking.UnderWay.class);
        assertThat(ledger.approve("of-ben", after).result()).isEqualTo(new Taking.Closed());
    }

    private Step turn() {
        var outcome = ledger.turn(NOW);
        ledger = outcome.ledger();
        return outcome.result().orElseThrow();
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
