package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static ma.maydan.testkit.api.Parallel.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.maydan.events.EventsIT;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.Entrant;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Taking;
import ma.maydan.testkit.api.Answer;
import ma.maydan.testkit.backends.TestTokens;
import ma.maydan.testkit.backends.Topics;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RegistrationIT extends EventsIT {

    @Autowired
    private SeatLedgerStore ledgers;

    @Autowired
    private RegistrationStore registrations;

    @Test
    void aPersonGetsASeatAndTheNextOneWaitsWhenItIsFull() {
        var event = publishedEvent("host-1", 1).text("id");

        var first = register(event, "ann");
        var second = register(event, "ben");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("status")).isEqualTo("CONFIRMED");
        assertThat(first.eTag()).startsWith("\"1-");
        assertThat(first.response().headers().firstValue("Location"))
                .hasValue("/api/v1/registrations/" + first.text("id"));
        assertThat(second.text("status")).isEqualTo("WAITLISTED");
        assertThat(second.body().path("position").asInt()).isEqualTo(1);
        assertThat(get(TestTokens.person("ben"), "/events/" + event)
                        .body()
                        .at("/myRegistration/position")
                        .asInt())
                .isEqualTo(1);
        assertLedgerEqualsRows(event);
    }

    @Test
    void aCancelledSeatGoesToTheFirstPersonWaiting() {
        var event = publishedEvent("host-2", 1).text("id");
        var seat = register(event, "ann");
        var first = register(event, "ben");
        var second = register(event, "cam");

        var cancelled = transition(TestTokens.person("ann"), seat, "/registrations/" + seat.text("id") + "/cancel", "");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(get(TestTokens.person("ben"), "/registrations/" + first.text("id"))
                        .text("status"))
                .isEqualTo("CONFIRMED");
        assertThat(get(TestTokens.person("cam"), "/registrations/" + second.text("id"))
                        .body()
                        .path("position")
                        .asInt())
                .isEqualTo(1);
        assertLedgerEqualsRows(event);
    }

    @Test
    void whoCancelledCanRegisterAgainBehindThoseWhoWait() {
        var event = publishedEvent("host-3", 1).text("id");
        var seat = register(event, "ann");
        register(event, "ben");
        transition(TestTokens.person("ann"), seat, "/registrations/" + seat.text("id") + "/cancel", "");

        assertThat(register(event, "ann").text("status")).isEqualTo("WAITLISTED");
        assertLedgerEqualsRows(event);
    }

    @Test
    void aSecondRegistrationOfTheSamePersonIsRefused() {
        var event = publishedEvent("host-4", 5).text("id");
        register(event, "ann");

        var again = register(event, "ann");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("already-registered");
    }

    @Test
    void theSameRequestTwiceAtOnceTakesOneSeat() {
        var event = publishedEvent("host-5", 5).text("id");
        var key = UUID.randomUUID().toString();

        var answers = atOnce(8, i -> post(TestTokens.person("ann"), "/events/" + event + "/registrations", "{}", key));

        assertThat(answers)
                .allMatch(
                        answer -> answer.status() == 201 || answer.text("code").equals("idempotency-in-flight"));
        assertThat(answers).anyMatch(answer -> answer.status() == 201);
        var repeated = post(TestTokens.person("ann"), "/events/" + event + "/registrations", "{}", key);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.response().headers().firstValue("Idempotency-Replayed"))
                .hasValue("true");
        assertThat(ledgers.find(event).orElseThrow().seats().confirmed()).isEqualTo(1);
        assertThat(post(TestTokens.person("ann"), "/events/" + event + "/registrations", "{ }", key)
                        .text("code"))
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void twoHundredAtOnceForFiftySeatsGiveFiftyConfirmedAndTheRestWaitInOrder() {
        var event = publishedEvent("host-6", 50).text("id");

        var answers = atOnce(200, i -> register(event, "racer-" + i));

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().filter(answer -> answer.text("status").equals("CONFIRMED")))
                .hasSize(50);
        assertThat(answers.stream().filter(answer -> answer.text("status").equals("WAITLISTED")))
                .hasSize(150);
        var ledger = assertLedgerEqualsRows(event);
        assertThat(ledger.seats().confirmed()).isEqualTo(50);
        assertThat(ledger.list().waiting()).isEqualTo(150);
        assertThat(positions(event))
                .isEqualTo(IntStream.rangeClosed(1, 150).mapToObj(i -> (long) i).toList());
    }

    /** The control: the same race against a ledger that counts first and then writes. */
    @Test
    void withoutTheConditionInTheUpdateTheSameRaceOversells() {
        var naive = database.getCollection("naive_ledgers");
        var id = UUID.randomUUID().toString();
        naive.insertOne(new Document("_id", id).append("capacity", 50).append("confirmed", 0));

        atOnce(200, i -> {
            var seen = naive.find(eq("_id", id)).first();
            if (seen != null && seen.getInteger("confirmed") < seen.getInteger("capacity")) {
                naive.findOneAndUpdate(
                        eq("_id", id),
                        Updates.inc("confirmed", 1),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            }
            return i;
        });

        var after = naive.find(eq("_id", id)).first();
        assertThat(after).isNotNull();
        assertThat(after.getInteger("confirmed")).isGreaterThan(50);
        naive.drop();
    }

    @Test
    void cancellingAndRegisteringAtOnceLosesNoSeatAndSellsNoneTwice() {
        var event = publishedEvent("host-7", 10).text("id");
        var first = atOnce(30, i -> register(event, "early-" + i));

        atOnce(
                60,
                i -> i < 30
                        ? transition(
                                TestTokens.person("early-" + i),
                                first.get(i),
                                "/registrations/" + first.get(i).text("id") + "/cancel",
                                "")
                        : register(event, "late-" + i));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var ledger = assertLedgerEqualsRows(event);
            assertThat(ledger.seats().confirmed()).isEqualTo(10);
            assertThat(ledger.seats().free()).isZero();
        });
    }

    @Test
    void aClaimLeftByACrashBecomesARegistration() {
        var event = publishedEvent("host-8", 3).text("id");
        var id = UUID.randomUUID().toString();
        assertThat(ledgers.take(event, new Claimant(id, "crashed", null, "hash"), Entrant.ANYBODY))
                .get()
                .isInstanceOf(Taking.Given.class);
        makeStepsOld(event);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> registrations.find(id).isPresent());

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertLedgerEqualsRows(event));
    }

    @Test
    void aPromotionLeftByACrashIsServedOnce() {
        var event = publishedEvent("host-9", 1).text("id");
        var seat = register(event, "ann");
        var waiting = register(event, "ben");
        // The process died after it had cancelled the row and before it told the ledger.
        assertThat(ledgers.begin(Step.Kind.CANCEL, event, seat.text("id"))).isPresent();
        makeStepsOld(event);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        registrations.find(waiting.text("id")).orElseThrow().status() == Registration.Status.CONFIRMED);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var ledger = assertLedgerEqualsRows(event);
            assertThat(ledger.seats().confirmed()).isEqualTo(1);
        });
    }

    @Test
    void aSuspendedHostTakesNoRegistrations() {
        var event = publishedEvent("host-11", 2);
        organization(event.text("hostOrganizationId"), 9, "SUSPENDED", "host-11", false);

        assertThat(register(event.text("id"), "ann").status()).isEqualTo(404);

        organization(event.text("hostOrganizationId"), 10, "VERIFIED", "host-11", false);
        assertThat(register(event.text("id"), "ann").status()).isEqualTo(201);
    }

    @Test
    void whoeverIsFirstInTheListIsPromotedFirst() {
        var event = publishedEvent("host-13", 2).text("id");
        var seats = List.of(register(event, "p-0"), register(event, "p-1"));
        var waiting =
                IntStream.range(2, 6).mapToObj(i -> register(event, "p-" + i)).toList();
        assertThat(waiting)
                .extracting(answer -> answer.body().path("position").asInt())
                .containsExactly(1, 2, 3, 4);
        cancel("p-3", waiting.get(1)).expect(200);

        cancel("p-0", seats.get(0)).expect(200);
        cancel("p-1", seats.get(1)).expect(200);

        assertThat(IntStream.of(2, 3, 4, 5)
                        .mapToObj(i -> get(
                                        TestTokens.person("p-" + i),
                                        "/registrations/" + waiting.get(i - 2).id())
                                .text("status")))
                .containsExactly("CONFIRMED", "CANCELLED", "CONFIRMED", "WAITLISTED");
        assertThat(get(
                                TestTokens.person("p-5"),
                                "/registrations/" + waiting.get(3).id())
                        .body()
                        .path("position")
                        .asInt())
                .isEqualTo(1);
        assertLedgerEqualsRows(event);
    }

    @Test
    void aCancellationNeedsTheVersionAndHappensOnce() {
        var event = publishedEvent("host-15", 5).text("id");
        var mine = register(event, "ann");
        var path = "/api/v1/registrations/" + mine.id() + "/cancel";
        var ann = api(TestTokens.person("ann"));
        assertThat(ann.send("POST", path, null, Map.of()).status()).isEqualTo(428);
        assertThat(ann.post(path, 9).status()).isEqualTo(412);

        var answers = atOnce(8, i -> ann.post(path, mine.version()));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).isNotEmpty();
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409, 412);
        var ledger = assertLedgerEqualsRows(event);
        assertThat(ledger.seats().confirmed()).isZero();
        assertThat(ledger.seats().free()).isEqualTo(5);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topics.messages("maydan.registrations", mine.id()))
                        .extracting(Topics.Message::type)
                        .containsExactly("ma.maydan.registration.confirmed.v1", "ma.maydan.registration.cancelled.v1"));
        assertThat(ann.post(path, 2).code()).isEqualTo("invalid-transition");
    }

    private Answer cancel(String person, Answer registration) {
        return transition(
                TestTokens.person(person), registration, "/registrations/" + registration.id() + "/cancel", "");
    }

    private Answer register(String event, String person) {
        return post(TestTokens.person(person), "/events/" + event + "/registrations", "{}");
    }

    private SeatLedger assertLedgerEqualsRows(String event) {
        // What has nothing left to book goes with the next write, or within a second.
        var ledger = await().atMost(Duration.ofSeconds(5))
                .until(
                        () -> ledgers.find(event).orElseThrow(),
                        found -> found.pending().isEmpty());
        assertThat(ledger.seats().confirmed())
                .isLessThanOrEqualTo(ledger.seats().capacity());
        assertThat(ledger.seats().confirmed() + ledger.seats().free())
                .isEqualTo(ledger.seats().capacity());
        assertThat((long) ledger.seats().confirmed())
                .isEqualTo(registrations.count(event, Registration.Status.CONFIRMED));
        assertThat((long) ledger.list().waiting())
                .isEqualTo(registrations.count(event, Registration.Status.WAITLISTED));
        return ledger;
    }

    private List<Long> positions(String event) {
        return database
                .getCollection("registrations")
                .find(and(eq("event.id", event), eq("stage.status", "WAITLISTED")))
                .map(row -> row.getEmbedded(List.of("origin", "spot", "position"), Long.class))
                .into(new ArrayList<>())
                .stream()
                .sorted()
                .toList();
    }

    private void makeStepsOld(String event) {
        database.getCollection("seat_ledgers")
                .updateOne(
                        eq("_id", event),
                        Updates.combine(
                                Updates.set("pending.0.at", Date.from(Instant.EPOCH)), Updates.inc("version", 1L)));
    }
}
