package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import ma.maydan.events.EventsIT;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Booking;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.Entrant;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.events.seats.Taking;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process that dies between any two of its statements: what it left is brought to its end, and counts once. */
class RegistrationCrashIT extends EventsIT {

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    @Test
    void afterThePlaceWasGivenThePlaceIsKept() {
        var event = publishedEvent("crash-1", 1).text("id");
        register(event, "ann");
        var left = take(event, "ben");

        var second = register(event, "cam");
        assertThat(second.body().path("position").asInt()).isEqualTo(2);
        sweep(event);

        settled(event);
        var id = Objects.requireNonNull(left.registrationId());
        assertThat(place(event, "ben", id)).isEqualTo(1);
        assertThat(place(event, "cam", second.id())).isEqualTo(2);
    }

    @Test
    void afterTheRegistrationWasWrittenItCountsOnce() {
        var event = publishedEvent("crash-2", 3).text("id");
        var left = take(event, "ann");
        registrations.insert(Registration.made(new ForEvent(event, null, null), left, Instant.now()));

        sweep(event);

        assertThat(settled(event).seats().confirmed()).isEqualTo(1);
    }

    @Test
    void aNewRequestOfThePersonEndsWhatWasLeftAtOnce() {
        var event = publishedEvent("crash-3", 3).text("id");
        var left = take(event, "ann");

        var again = register(event, "ann");

        assertThat(again.code()).isEqualTo("already-registered");
        assertThat(registrations.find(Objects.requireNonNull(left.registrationId())))
                .isPresent();
        assertThat(settled(event).seats().confirmed()).isEqualTo(1);
    }

    @Test
    void aSeatTakenTwiceForOnePersonIsGivenBack() {
        var event = publishedEvent("crash-4", 3).text("id");
        register(event, "ann");
        settled(event);
        take(event, "ann");

        sweep(event);

        var ledger = settled(event);
        assertThat(ledger.seats().confirmed()).isEqualTo(1);
        assertThat(ledger.seats().free()).isEqualTo(2);
    }

    @Test
    void afterTheCancellationWasWrittenTheSeatIsOffered() {
        var event = publishedEvent("crash-5", 1).text("id");
        var seat = register(event, "ann");
        var waiting = register(event, "ben");
        settled(event);
        var step = ledgers.begin(Kind.CANCEL, event, seat.id()).orElseThrow();
        assertThat(registrations.tryUpdate(Objects.requireNonNull(row(seat).cancel(step, Instant.now()))))
                .isTrue();

        sweep(event);

        await().atMost(Duration.ofSeconds(20)).until(() -> row(waiting).status() == Status.CONFIRMED);
        assertThat(settled(event).seats().confirmed()).isEqualTo(1);
    }

    @Test
    void betweenTheEndOfACancellationAndThePromotionThatItBeganTheSeatIsNotLost() {
        var event = publishedEvent("crash-6", 1).text("id");
        var waiting = promotionLeft(event).waiting();

        sweep(event);

        await().atMost(Duration.ofSeconds(20)).until(() -> row(waiting).status() == Status.CONFIRMED);
        assertThat(settled(event).seats().confirmed()).isEqualTo(1);
    }

    @Test
    void afterThePromotionWasWrittenNobodyElseIsPromoted() {
        var event = publishedEvent("crash-7", 1).text("id");
        var left = promotionLeft(event);
        var next = register(event, "cam");
        assertThat(registrations.tryUpdate(row(left.waiting()).promote(left.step(), Instant.now())))
                .isTrue();

        sweep(event);

        var ledger = settled(event);
        assertThat(ledger.seats().confirmed()).isEqualTo(1);
        assertThat(ledger.list().waiting()).isEqualTo(1);
        assertThat(row(next).status()).isEqualTo(Status.WAITLISTED);
        assertThat(place(event, "cam", next.id())).isEqualTo(1);
    }

    @Test
    void theSameRequestGetsItsAnswerAgainAlsoWhenItsRegistrationIsGone() {
        var event = publishedEvent("crash-8", 1).text("id");
        register(event, "ann");
        var key = UUID.randomUUID().toString();
        var path = "/events/" + event + "/registrations";
        var ben = TestTokens.person("ben");
        var first = post(ben, path, "{}", key).expect(201);
        transition(ben, first, "/registrations/" + first.id() + "/cancel", "").expect(200);

        var again = post(ben, path, "{}", key).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.eTag()).isEqualTo(first.eTag());
        assertThat(again.response().headers().firstValue("Location"))
                .isEqualTo(first.response().headers().firstValue("Location"));
        assertThat(again.response().headers().firstValue("Idempotency-Replayed"))
                .hasValue("true");
        assertThat(row(first).status()).isEqualTo(Status.CANCELLED);
        assertThat(settled(event).list().waiting()).isZero();
        assertThat(post(ben, path, "{ }", key).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aKeyIsFreeAfterADay() {
        var event = publishedEvent("crash-9", 3).text("id");
        var key = UUID.randomUUID().toString();
        var path = "/events/" + event + "/registrations";
        var ann = TestTokens.person("ann");
        var first = post(ann, path, "{}", key).expect(201);
        transition(ann, first, "/registrations/" + first.id() + "/cancel", "").expect(200);
        database.getCollection("registrations")
                .updateOne(
                        eq("_id", first.id()),
                        Updates.set(
                                "origin.registeredAt", Date.from(Instant.now().minus(Duration.ofHours(25)))));

        var second = post(ann, path, "{}", key).expect(201);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.response().headers().map()).doesNotContainKey("Idempotency-Replayed");
        assertThat(post(ann, path, "{}", key).id()).isEqualTo(second.id());
        assertThat(settled(event).seats().confirmed()).isEqualTo(1);
    }

    private record Left(Step step, Answer waiting) {}

    /** A seat was given back, its cancellation ended, and the promotion that this began was left. */
    private Left promotionLeft(String event) {
        var seat = register(event, "ann");
        var waiting = register(event, "ben");
        settled(event);
        var step = ledgers.begin(Kind.CANCEL, event, seat.id()).orElseThrow();
        assertThat(registrations.tryUpdate(Objects.requireNonNull(row(seat).cancel(step, Instant.now()))))
                .isTrue();
        return new Left(ledgers.endAndTurn(event, step, Booking.SEAT_FREED).getFirst(), waiting);
    }

    /** The first statement of a request of this person, and none of the others. */
    private Step take(String event, String person) {
        var claimant = new Claimant(UUID.randomUUID().toString(), person, null, "hash");
        return ((Taking.Given) ledgers.take(event, claimant, Entrant.ANYBODY).orElseThrow()).step();
    }

    private Answer register(String event, String person) {
        return post(TestTokens.person(person), "/events/" + event + "/registrations", "{}");
    }

    private Registration row(Answer answer) {
        return registrations.find(answer.id()).orElseThrow();
    }

    private int place(String event, String person, String id) {
        var token = TestTokens.person(person);
        var alone = get(token, "/registrations/" + id).body().path("position").asInt();
        assertThat(get(token, "/events/" + event)
                        .body()
                        .at("/myRegistration/position")
                        .asInt())
                .isEqualTo(alone);
        return alone;
    }

    private void sweep(String event) {
        database.getCollection("seat_ledgers")
                .updateOne(
                        eq("_id", event),
                        Updates.combine(
                                Updates.set("pending.0.at", Date.from(Instant.EPOCH)), Updates.inc("version", 1L)));
    }

    private SeatLedger settled(String event) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> ledgers.find(event).orElseThrow(),
                        ledger -> ledger.pending().isEmpty()
                                && !ledger.hasSeatsToGive(Instant.now())
                                && ledger.seats().confirmed() == registrations.count(event, Status.CONFIRMED)
                                && ledger.list().waiting() == registrations.count(event, Status.WAITLISTED));
    }
}
