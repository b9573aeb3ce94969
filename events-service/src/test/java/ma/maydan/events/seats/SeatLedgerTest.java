package ma.maydan.events.seats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

        assertThat(promotion.result()).hasSize(1);
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

        assertThat(ledger.turn(BEGIN.minusMillis(1)).result()).hasSize(1);
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
        end(offer, Booking.left(new Spot(1, null, 0)));
        assertThat(offer.kind()).isEqualTo(Kind.OFFER);
        assertThat(ledger.seats()).isEqualTo(new Seats(1, 0, 1, 0));
        assertThat(ledger.turn(NOW).result()).as("nobody else is offered it").isEmpty();

        var refused = ledger.begin(Kind.EXPIRE, "of-ben", NOW);
        ledger = refused.ledger();
        end(refused.result(), Booking.HOLD_FREED);
        var next = turn();
        end(next, Booking.left(new Spot(2, null, 0)));
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

        assertThat(ledger.shrink(1, Quotas.NONE, NOW).result()).isEqualTo(new Shrinking.TooMany(2));
        assertThat(ledger.shrink(2, Quotas.NONE, NOW).result()).isInstanceOf(Shrinking.Reserved.class);
    }

    @Test
    void whileSeatsAreTakenAwayNoneOfThemIsGivenAndWithoutTheEventTheyAreBack() {
        ledger = ledger.follow(new Terms(2, 3, null, BEGIN, false));
        end(given("ann"), Booking.NOTHING);
        var shrinking = ledger.shrink(1, Quotas.NONE, NOW);
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
        var seat = ledger.approve("of-ann", Entrant.ANYBODY, after);
        assertThat(seat.result()).isInstanceOf(Taking.Given.class);

        ledger = seat.ledger();
        assertThat(ledger.approve("of-ann", Entrant.ANYBODY, after).result()).isInstanceOf(Taking.UnderWay.class);
        assertThat(ledger.approve("of-ben", Entrant.ANYBODY, after).result()).isEqualTo(new Taking.Closed());
    }

    @Test
    void aSeatIsTakenWithAllItsOptionsOrNotAtAll() {
        ledger = ledger.follow(terms(5, Map.of("shop:a", 1), List.of()));
        var ann = chosen("ann", "shop:a", "food:x");

        assertThat(take("ben", "shop:a", "food:x").result()).isEqualTo(new Taking.Full(List.of("shop:a")));
        chosen("ben", "food:x");
        assertThat(ledger.seats().parts()).isEqualTo(Map.of("shop:a", 1, "food:x", 2));

        var cancel = ledger.begin(Kind.CANCEL, "of-ann", NOW);
        ledger = cancel.ledger();
        end(cancel.result(), Booking.SEAT_FREED.giving(ann.wish().parts()));
        assertThat(ledger.seats()).isEqualTo(new Seats(5, 1, 0, 4, Map.of("food:x", 1)));
        assertThat(take("ann", "shop:a").result()).isInstanceOf(Taking.Given.class);
    }

    @Test
    void whileALimitIsLoweredNoMoreChooseItThanItWillAllow() {
        ledger = ledger.follow(terms(5, Map.of(), List.of()));
        chosen("ann", "shop:a");

        assertThat(ledger.shrink(5, new Quotas(Map.of("shop:a", 0), List.of()), NOW)
                        .result())
                .isEqualTo(new Shrinking.PartTaken("shop:a", 1));
        ledger = ledger.shrink(5, new Quotas(Map.of("shop:a", 1), List.of()), NOW)
                .ledger();
        assertThat(take("ben", "shop:a").result()).isEqualTo(new Taking.Full(List.of("shop:a")));
    }

    @Test
    void seatsThatAreKeptAreForThoseAloneUntilTheirTime() {
        var until = NOW.plusSeconds(60);
        ledger = ledger.follow(terms(2, Map.of(), List.of(new Quotas.Allotment("org", 1, until))));
        given("ann");
        assertThat(given("ben").kind()).isEqualTo(Kind.QUEUE);
        assertThat(ledger.hasSeatsToGive(NOW)).isFalse();
        assertThat(ledger.shrink(1, Quotas.NONE, NOW).result()).isInstanceOf(Shrinking.Reserved.class);
        assertThat(ledger.shrink(1, ledger.opening().terms().quotas(), NOW).result())
                .isEqualTo(new Shrinking.TooMany(2));

        assertThat(ledger.hasSeatsToGive(until)).as("for those who wait").isTrue();
        var member = ledger.take(
                new Claimant("of-mia", "mia", null, "hash"), new Entrant(0, List.of("org"), List.of()), NOW);
        assertThat(((Taking.Given) member.result()).step().kind()).isEqualTo(Kind.CLAIM);
        assertThat(member.ledger().room().available(NOW)).isZero();
    }

    @Test
    void aGroupHasSeatsForAllOrWaitsAndIsServedWhenThereAreSoMany() {
        ledger = ledger.follow(terms(3, Map.of(), List.of()));
        var seats = together("a", 3);
        assertThat(seats).extracting(Step::kind).containsOnly(Kind.CLAIM);
        seats.forEach(step -> end(step, Booking.NOTHING));
        var places = together("b", 2);
        assertThat(places).extracting(Step::kind).containsOnly(Kind.QUEUE);
        places.forEach(step -> end(step, Booking.NOTHING));
        end(given("cam"), Booking.NOTHING);

        giveBack("a-0");
        assertThat(ledger.turn(NOW).result()).as("one seat is not enough").isEmpty();
        giveBack("a-1");
        var turns = ledger.turn(NOW);
        ledger = turns.ledger();

        assertThat(turns.result()).extracting(Step::turn).containsExactly(1L, 2L);
        end(turns.result().getFirst(), Booking.left(new Spot(1, null, 0)));
        end(turns.result().getLast(), Booking.left(new Spot(2, null, 0)));
        assertThat(ledger.seats()).isEqualTo(new Seats(3, 3, 0, 0));
        assertThat(ledger.list().groups()).isEmpty();
        giveBack("b-0");
        assertThat(ledger.turn(NOW).result()).hasSize(1);
    }

    @Test
    void ofAGroupNoMoreAreServedTogetherThanStillWait() {
        end(given("ann"), Booking.NOTHING);
        var places = together("b", 2);
        places.forEach(step -> end(step, Booking.NOTHING));
        var left = ledger.begin(Kind.CANCEL, "of-b-0", NOW);
        ledger = left.ledger();
        end(left.result(), Booking.left(new Spot(1, null, 0)));
        giveBack("ann");

        assertThat(ledger.turn(NOW).result()).hasSize(1);
    }

    private void giveBack(String person) {
        var cancel = ledger.begin(Kind.CANCEL, "of-" + person, NOW);
        ledger = cancel.ledger();
        end(cancel.result(), Booking.SEAT_FREED);
    }

    private List<Step> together(String name, int count) {
        var claimants = IntStream.range(0, count)
                .mapToObj(i -> new Claimant("of-" + name + "-" + i, name + "-" + i, null, "hash"))
                .toList();
        var outcome = ledger.takeTogether(claimants, Entrant.ANYBODY, NOW);
        ledger = outcome.ledger();
        return ((Together.Given) outcome.result()).steps();
    }

    private static Terms terms(int seats, Map<String, Integer> options, List<Quotas.Allotment> allotments) {
        return new Terms(2, seats, null, BEGIN, false, WaitingOrder.ARRIVAL, new Quotas(options, allotments));
    }

    private Outcome<Taking> take(String person, String... options) {
        return ledger.take(
                new Claimant("of-" + person, person, null, "hash"), new Entrant(0, List.of(), List.of(options)), NOW);
    }

    private Step chosen(String person, String... options) {
        var outcome = take(person, options);
        ledger = outcome.ledger();
        var step = ((Taking.Given) outcome.result()).step();
        end(step, Booking.NOTHING);
        return step;
    }

    private Step turn() {
        var outcome = ledger.turn(NOW);
        ledger = outcome.ledger();
        return outcome.result().getFirst();
    }

    private Outcome<Taking> take(String person, Instant now) {
        return ledger.take(new Claimant("of-" + person, person, null, "hash"), Entrant.ANYBODY, now);
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
