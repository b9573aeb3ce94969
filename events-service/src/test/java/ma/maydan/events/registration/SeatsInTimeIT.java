package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.eq;
import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import ma.maydan.events.EventsIT;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Booking;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seats are given while the event takes registrations, and given up until it is over. */
class SeatsInTimeIT extends EventsIT {

    private static final String REASON =
            "{\"reasonCode\":\"OTHER\",\"reasonText\":{\"fr\":\"Salle fermée\",\"ar\":\"القاعة مغلقة\"}}";

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    @Autowired
    private SeatSweeper sweeper;

    @Test
    void nobodyGetsASeatOnceTheEventHasBegun() {
        var event = full("time-1");
        clock.moveTo(event.startsAt());

        cancel("ann", event.seat()).expect(200);

        staysWaiting(event);
    }

    @Test
    void nobodyGetsASeatOfACancelledEvent() {
        var event = full("time-2");
        cancelledByItsHost(event, "time-2").expect(200);

        cancel("ann", event.seat()).expect(200);

        staysWaiting(event);
    }

    @Test
    void nobodyGetsASeatWhileTheHostIsSuspendedAndTheNextOneDoesWhenItIsBack() {
        var event = full("time-3");
        var host = event.answer().text("hostOrganizationId");
        organization(host, 2, "SUSPENDED", "time-3", false);

        cancel("ann", event.seat()).expect(200);
        sweeper.sweep();
        sweeper.sweep();
        assertThat(row(event.waiting()).status()).isEqualTo(Status.WAITLISTED);

        organization(host, 3, "VERIFIED", "time-3", false);
        await().atMost(Duration.ofSeconds(20)).until(() -> row(event.waiting()).status() == Status.CONFIRMED);
    }

    @Test
    void manySuspendedWaitingListsKeepNoOtherWaiting() {
        var suspended = full("time-4");
        organization(suspended.answer().text("hostOrganizationId"), 2, "SUSPENDED", "time-4", false);
        cancel("ann", suspended.seat()).expect(200);
        var ledgersOfAll = database.getCollection("seat_ledgers");
        var ledger = ledgersOfAll.find(eq("_id", suspended.id())).first();
        assertThat(ledger).isNotNull();
        var copies =
                IntStream.range(0, 150).mapToObj(i -> "!" + i + suspended.id()).toList();
        ledgersOfAll.insertMany(copies.stream()
                .map(id -> new org.bson.Document(ledger).append("_id", id))
                .toList());
        try {
            var other = full("time-5");
            var step = ledgers.begin(Kind.CANCEL, other.id(), other.seat().id()).orElseThrow();
            ledgers.end(other.id(), step, Booking.NOTHING);
            var cancelled = Objects.requireNonNull(row(other.seat()).cancel(step, Instant.now()));
            assertThat(registrations.tryUpdate(cancelled)).isTrue();
            database.getCollection("seat_ledgers")
                    .updateOne(
                            eq("_id", other.id()),
                            Updates.combine(
                                    Updates.inc("version", 1L),
                                    Updates.inc("seats.confirmed", -1),
                                    Updates.inc("seats.free", 1),
                                    Updates.set("opening.seatsToGive", true)));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> row(other.waiting()).status() == Status.CONFIRMED);
        } finally {
            ledgersOfAll.deleteMany(com.mongodb.client.model.Filters.in("_id", copies));
        }
    }

    @Test
    void aPromotionLeftHalfWayUntilTheEventBeganServesNobody() {
        var event = full("time-6");
        promotionLeft(event);
        clock.moveTo(event.startsAt());

        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledgers.find(event.id()).orElseThrow().pending().isEmpty());

        staysWaiting(event);
    }

    @Test
    void aPromotionThatServedSomebodyBeforeTheEventBeganCounts() {
        var event = full("time-7");
        var step = promotionLeft(event);
        assertThat(registrations.tryUpdate(row(event.waiting()).promote(step, Instant.now())))
                .isTrue();
        clock.moveTo(event.startsAt());

        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledgers.find(event.id()).orElseThrow().pending().isEmpty());

        var ledger = ledgers.find(event.id()).orElseThrow();
        assertThat(ledger.seats().confirmed()).isEqualTo(1);
        assertThat(ledger.list().waiting()).isZero();
    }

    @Test
    void givingUpASeatWhenTheEventBeginsOrIsCancelledLeavesLedgerAndRowsAlike() {
        for (var round = 0; round < 12; round++) {
            var owner = "time-8-" + round;
            var event = full(owner);
            var begins = round % 2 == 0;

            var answers = atOnce(List.<Callable<Answer>>of(() -> cancel("ann", event.seat()), () -> {
                if (begins) {
                    clock.moveTo(event.startsAt());
                    return event.answer();
                }
                return cancelledByItsHost(event, owner);
            }));

            assertThat(answers.getFirst().status()).isEqualTo(200);
            var after = settled(event).status();
            sweeper.sweep();
            sweeper.sweep();
            assertThat(settled(event).status()).as("nothing is given later").isEqualTo(after);
            clock.moveBack();
        }
    }

    @Test
    void nothingIsGivenUpOnceTheEventIsOver() {
        var event = full("time-9");
        clock.moveTo(event.endsAt());

        var late = cancel("ann", event.seat());

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("invalid-transition");
        assertThat(late.allowedTransitions()).isEmpty();
        var ann = TestTokens.person("ann");
        assertThat(get(ann, "/registrations/" + event.seat().id()).allowedTransitions())
                .isEmpty();
        assertThat(get(ann, "/events/" + event.id())
                        .body()
                        .at("/myRegistration/cancellable")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void untilTheEventIsOverASeatCanBeGivenUp() {
        var event = full("time-10");
        clock.moveTo(event.endsAt().minusSeconds(30));

        assertThat(get(
                                TestTokens.person("ann"),
                                "/registrations/" + event.seat().id())
                        .allowedTransitions())
                .containsExactly("cancel");
        cancel("ann", event.seat()).expect(200);
    }

    /** An event with one seat, which ann has, and a waiting list in which ben is. */
    private record Full(Answer answer, Answer seat, Answer waiting) {

        String id() {
            return answer.id();
        }

        Instant startsAt() {
            return Instant.parse(answer.text("startsAt"));
        }

        Instant endsAt() {
            return Instant.parse(answer.text("endsAt"));
        }
    }

    private Full full(String owner) {
        var event = publishedEvent(owner, 1);
        return new Full(event, register(event.id(), "ann"), register(event.id(), "ben"));
    }

    /** Ann has cancelled, and the process died when it had begun to give her seat to the next; that was long ago. */
    private Step promotionLeft(Full event) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledgers.find(event.id()).orElseThrow().pending().isEmpty());
        var step = ledgers.begin(Kind.CANCEL, event.id(), event.seat().id()).orElseThrow();
        assertThat(registrations.tryUpdate(
                        Objects.requireNonNull(row(event.seat()).cancel(step, Instant.now()))))
                .isTrue();
        var promotion = ledgers.endAndTurn(event.id(), step, Booking.SEAT_FREED).getFirst();
        database.getCollection("seat_ledgers")
                .updateOne(
                        eq("_id", event.id()),
                        Updates.combine(
                                Updates.set("pending.0.at", Date.from(Instant.EPOCH)), Updates.inc("version", 1L)));
        return promotion;
    }

    private void staysWaiting(Full event) {
        sweeper.sweep();
        sweeper.sweep();
        assertThat(settled(event).status()).isEqualTo(Status.WAITLISTED);
        var ledger = ledgers.find(event.id()).orElseThrow();
        assertThat(ledger.seats().free()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledgers.find(event.id()).orElseThrow().opening().seatsToGive() == null);
    }

    /** Who waits, once ledger and rows are alike. */
    private Registration settled(Full event) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var ledger = ledgers.find(event.id()).orElseThrow();
            assertThat(ledger.pending()).isEmpty();
            assertThat((long) ledger.seats().confirmed()).isEqualTo(registrations.count(event.id(), Status.CONFIRMED));
            assertThat((long) ledger.list().waiting()).isEqualTo(registrations.count(event.id(), Status.WAITLISTED));
        });
        return row(event.waiting());
    }

    private Registration row(Answer registration) {
        return registrations.find(registration.id()).orElseThrow();
    }

    private Answer register(String event, String person) {
        return post(TestTokens.person(person), "/events/" + event + "/registrations", "{}")
                .expect(201);
    }

    private Answer cancel(String person, Answer registration) {
        var path = "/registrations/" + registration.id();
        return transition(
                TestTokens.person(person), get(TestTokens.person(person), path).expect(200), path + "/cancel", "");
    }

    private Answer cancelledByItsHost(Full event, String owner) {
        return transition(TestTokens.person(owner), event.answer(), "/events/" + event.id() + "/cancel", REASON);
    }
}
