package ma.maydan.events.registration;

import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import ma.maydan.events.EventsIT;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Booking;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Seats;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A seat that becomes free is held for the first who waits, until that person has answered or the offer ends. */
class OffersIT extends EventsIT {

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    @Autowired
    private SeatSweeper sweeper;

    @Test
    void aFreedSeatIsOfferedAndWhoTakesItHasIt() {
        var event = full("offer-1");

        cancel("ann", event.seat()).expect(200);

        var offered = becomes(event.first(), Status.OFFERED);
        var shown = own("ben", event.first());
        assertThat(shown.text("status")).isEqualTo("OFFERED");
        assertThat(Instant.parse(shown.text("offeredUntil"))).isAfter(offered.updatedAt());
        assertThat(shown.allowedTransitions()).containsExactly("accept", "cancel");
        assertThat(get(TestTokens.person("ben"), "/events/" + event.id())
                        .body()
                        .at("/myRegistration/offeredUntil")
                        .asString())
                .isEqualTo(shown.text("offeredUntil"));
        assertThat(seats(event)).isEqualTo(new Seats(1, 0, 1, 0));

        var accepted = accept("ben", event.first()).expect(200);

        assertThat(accepted.text("status")).isEqualTo("CONFIRMED");
        assertThat(accepted.allowedTransitions()).containsExactly("cancel");
        settled(event);
        assertThat(seats(event)).isEqualTo(new Seats(1, 1, 0, 0));
    }

    @Test
    void whoDeclinesPassesTheSeatOnAndGetsItNotBack() {
        var event = full("offer-2");
        cancel("ann", event.seat()).expect(200);
        becomes(event.first(), Status.OFFERED);

        var declined = cancel("ben", event.first()).expect(200);

        assertThat(declined.text("status")).isEqualTo("DECLINED");
        becomes(event.second(), Status.OFFERED);
        assertThat(register(event.id(), "ben").text("position")).isEqualTo("1");
        assertThat(accept("cam", event.second()).text("status")).isEqualTo("CONFIRMED");
    }

    @Test
    void anOfferThatNobodyTookPassesOnAtItsTime() {
        var event = full("offer-3");
        cancel("ann", event.seat()).expect(200);
        var until = Objects.requireNonNull(
                becomes(event.first(), Status.OFFERED).stage().offeredUntil());

        clock.moveTo(until);

        var late = accept("ben", event.first());
        assertThat(late.status()).isIn(409, 412);
        becomes(event.first(), Status.DECLINED);
        becomes(event.second(), Status.OFFERED);
        assertThat(own("ben", event.first()).allowedTransitions()).isEmpty();
    }

    @Test
    void anOfferEndsAfterAQuarterOfTheTimeThatIsLeft() {
        var event = full("offer-4");
        clock.moveTo(event.startsAt().minus(Duration.ofHours(8)));
        var now = clock.instant();

        cancel("ann", event.seat()).expect(200);

        var until = Objects.requireNonNull(
                becomes(event.first(), Status.OFFERED).stage().offeredUntil());
        assertThat(Duration.between(now, until)).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
        clock.moveTo(event.startsAt().minus(Duration.ofMinutes(5)));
        becomes(event.second(), Status.OFFERED);
        assertThat(row(event.second()).stage().offeredUntil())
                .as("never after registration closes")
                .isEqualTo(event.startsAt());
    }

    @Test
    void nothingIsOfferedOnceRegistrationIsClosed() {
        var event = full("offer-5");
        clock.moveTo(event.startsAt());

        cancel("ann", event.seat()).expect(200);
        sweeper.sweep();

        settled(event);
        assertThat(row(event.first()).status()).isEqualTo(Status.WAITLISTED);
        assertThat(seats(event)).isEqualTo(new Seats(1, 0, 0, 1));
    }

    @Test
    void tenWhoTakeOneOfferAtOnceTakeItOnce() {
        for (var round = 0; round < 5; round++) {
            var event = full("offer-6-" + round);
            cancel("ann", event.seat()).expect(200);
            becomes(event.first(), Status.OFFERED);

            var answers = atOnce(10, i -> i % 2 == 0 ? accept("ben", event.first()) : cancel("ben", event.first()));

            assertThat(answers).allMatch(answer -> List.of(200, 409, 412).contains(answer.status()));
            settled(event);
            var seats = seats(event);
            assertThat(seats.taken()).isEqualTo(1);
        }
    }

    @Test
    void takingAnOfferAtTheInstantOfItsEndLeavesLedgerAndRowsAlike() {
        for (var round = 0; round < 8; round++) {
            var event = full("offer-7-" + round);
            cancel("ann", event.seat()).expect(200);
            var until = Objects.requireNonNull(
                    becomes(event.first(), Status.OFFERED).stage().offeredUntil());

            atOnce(List.<Callable<Answer>>of(() -> accept("ben", event.first()), () -> {
                clock.moveTo(until);
                return event.answer();
            }));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> row(event.first()).status() != Status.OFFERED);
            settled(event);
            clock.moveBack();
        }
    }

    @Test
    void anAnswerLeftByACrashIsBroughtToItsEndAndCountsOnce() {
        var event = full("offer-8");
        cancel("ann", event.seat()).expect(200);
        becomes(event.first(), Status.OFFERED);
        settled(event);
        var step = ledgers.begin(Kind.ACCEPT, event.id(), event.first().id()).orElseThrow();
        var accepted = row(event.first()).accept(step, Instant.now());
        assertThat(registrations.tryUpdate(Objects.requireNonNull(accepted))).isTrue();

        // It is given up before anybody has ended the step that took it.
        cancel("ben", event.first()).expect(200);
        leave(event);

        becomes(event.second(), Status.OFFERED);
        settled(event);
        assertThat(seats(event)).isEqualTo(new Seats(1, 0, 1, 0));
    }

    @Test
    void anOfferLeftHalfWayByACrashIsMadeOnce() {
        var event = full("offer-9");
        settled(event);
        var step = ledgers.begin(Kind.CANCEL, event.id(), event.seat().id()).orElseThrow();
        var cancelled = Objects.requireNonNull(row(event.seat()).cancel(step, Instant.now()));
        assertThat(registrations.tryUpdate(cancelled)).isTrue();
        var turn = ledgers.endAndTurn(event.id(), step, Booking.SEAT_FREED).getFirst();
        var until = Instant.now().plus(Duration.ofHours(1));
        assertThat(registrations.tryUpdate(row(event.first()).offer(turn, until, Instant.now())))
                .isTrue();

        leave(event);

        settled(event);
        assertThat(row(event.first()).stage().offeredUntil()).isEqualTo(until.truncatedTo(ChronoUnit.MILLIS));
        assertThat(row(event.second()).status()).isEqualTo(Status.WAITLISTED);
    }

    @Test
    void whoseOfferIsOverCanAskAgainAtOnce() {
        var event = full("offer-10");
        cancel("ann", event.seat()).expect(200);
        var until = Objects.requireNonNull(
                becomes(event.first(), Status.OFFERED).stage().offeredUntil());
        clock.moveTo(until);

        var again = register(event.id(), "ben").expect(201);

        assertThat(again.text("status")).isEqualTo("WAITLISTED");
        settled(event);
    }

    /** An event with one seat, which ann has, and a waiting list of ben and cam; free seats are offered for a day. */
    private record Full(Answer answer, Answer seat, Answer first, Answer second) {

        String id() {
            return answer.id();
        }

        Instant startsAt() {
            return Instant.parse(answer.text("startsAt"));
        }
    }

    private Full full(String owner) {
        var event = publishedEvent(owner, 1, "\"offerHours\":24");
        return new Full(event, register(event.id(), "ann"), register(event.id(), "ben"), register(event.id(), "cam"));
    }

    private void leave(Full event) {
        database.getCollection("seat_ledgers")
                .updateOne(
                        Filters.eq("_id", event.id()),
                        Updates.combine(
                                Updates.set("pending.$[].at", Date.from(Instant.EPOCH)), Updates.inc("version", 1L)));
    }

    private Registration becomes(Answer registration, Status status) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> row(registration), row -> row.status() == status);
    }

    private Registration row(Answer registration) {
        return registrations.find(registration.id()).orElseThrow();
    }

    private Seats seats(Full event) {
        return ledgers.find(event.id()).orElseThrow().seats();
    }

    /** Once ledger and rows are alike. */
    private SeatLedger settled(Full event) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> ledgers.find(event.id()).orElseThrow(),
                        ledger -> ledger.pending().isEmpty()
                                && ledger.seats().confirmed() == registrations.count(event.id(), Status.CONFIRMED)
                                && ledger.seats().held() == registrations.count(event.id(), Status.OFFERED)
                                && ledger.list().waiting() == registrations.count(event.id(), Status.WAITLISTED));
    }

    private Answer register(String event, String person) {
        return post(TestTokens.person(person), "/events/" + event + "/registrations", "{}");
    }

    private Answer own(String person, Answer registration) {
        return get(TestTokens.person(person), "/registrations/" + registration.id());
    }

    private Answer cancel(String person, Answer registration) {
        return step(person, registration, "cancel");
    }

    private Answer accept(String person, Answer registration) {
        return step(person, registration, "accept");
    }

    private Answer step(String person, Answer registration, String step) {
        return transition(
                TestTokens.person(person),
                own(person, registration),
                "/registrations/" + registration.id() + "/" + step,
                "");
    }
}
