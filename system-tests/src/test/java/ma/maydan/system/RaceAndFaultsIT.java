package ma.maydan.system;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import ma.maydan.testkit.api.Answer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Many people at once, and parts that die under them. */
@Isolated
class RaceAndFaultsIT {

    private static final int PEOPLE = 200;

    private final Portal portal = Portal.running();

    @Test
    void twoHundredPeopleForFiftySeatsGiveFiftyConfirmedAndTheRestWaitInOrder() throws Exception {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var event = Steps.publishedEvent(portal, "incubator", host, 50).id();
        var people = People.of(portal, PEOPLE);
        var start = new CountDownLatch(1);

        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = people.stream()
                    .map(person -> threads.submit(() -> {
                        start.await();
                        return person.create("/events/" + event + "/registrations", "{}");
                    }))
                    .toList();
            start.countDown();
            for (var request : requests) {
                answers.add(request.get());
            }
        }

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().filter(answer -> answer.text("status").equals("CONFIRMED")))
                .hasSize(50);
        assertThat(answers.stream().filter(answer -> answer.text("status").equals("WAITLISTED")))
                .hasSize(150);
        var places = rows(event, "WAITLISTED").stream()
                .map(row -> row.getEmbedded(List.of("origin", "spot", "position"), Long.class))
                .toList();
        assertThat(places).hasSize(150).doesNotHaveDuplicates();
        assertThat(answers.stream()
                        .filter(answer -> answer.text("status").equals("WAITLISTED"))
                        .map(answer -> portal.as("admin").get("/registrations/" + answer.id()))
                        .map(answer -> answer.body().path("position").asLong())
                        .sorted()
                        .toList())
                .isEqualTo(LongStream.rangeClosed(1, 150).boxed().toList());
        // A step that books nothing leaves the ledger within a second.
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertLedgerEqualsRows(event));
    }

    @Test
    void whoGotAnAnswerIsStillRegisteredAfterTheServiceWasKilled() throws Exception {
        var host = Steps.verifiedOrganization(portal, "incubator", "INCUBATOR").id();
        var event = Steps.publishedEvent(portal, "incubator", host, 60).id();
        var people = People.of(portal, PEOPLE);
        Set<String> answered = ConcurrentHashMap.newKeySet();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var half = new CountDownLatch(40);
            IntStream.range(0, 120)
                    .forEach(i -> threads.execute(() -> {
                        try {
                            var answer = people.get(i).create("/events/" + event + "/registrations", "{}");
                            if (answer.status() == 201) {
                                answered.add(answer.id());
                            }
                        } catch (RuntimeException killed) {
                            // No answer: nothing was promised.
                        } finally {
                            half.countDown();
                        }
                    }));
            half.await();
            portal.stack().kill("events-service");
        }
        portal.stack().start("events-service");

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> {
                    assertLedgerEqualsRows(event);
                    assertThat(rows(event, null))
                            .allMatch(
                                    row -> row.getList("outbox", Document.class).isEmpty());
                });
        var kept = new HashSet<String>();
        rows(event, null).forEach(row -> kept.add(row.getString("_id")));
        assertThat(answered).isNotEmpty();
        assertThat(kept).containsAll(answered);
        assertThat(Published.in(portal, "maydan.registrations"))
                .as("what of every registration reached Kafka, each of its versions")
                .extracting(published -> published.key() + " " + published.sequence())
                .containsAll(rows(event, null).stream()
                        .flatMap(row -> LongStream.rangeClosed(1, row.getLong("version"))
                                .mapToObj(version -> row.getString("_id") + " " + version))
                        .toList());
    }

    @Test
    void aServiceThatIsDownIsAClearProblemAndComesBack() {
        portal.stack().kill("partners-service");
        try {
            var answer = portal.anonymous().get("/partnerships");
            assertThat(answer.status()).isIn(502, 503, 504);
            assertThat(answer.text("code")).isEqualTo("service-unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        } finally {
            portal.stack().start("partners-service");
        }

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> portal.anonymous().get("/partnerships").status() == 200);
    }

    private List<Document> rows(String event, @org.jspecify.annotations.Nullable String status) {
        return database(events -> events.getCollection("registrations")
                .find(status == null ? eq("event.id", event) : and(eq("event.id", event), eq("stage.status", status)))
                .into(new ArrayList<>()));
    }

    private void assertLedgerEqualsRows(String event) {
        var ledger = database(events ->
                events.getCollection("seat_ledgers").find(eq("_id", event)).first());
        assertThat(ledger).isNotNull();
        assertThat(ledger.getList("pending", Document.class)).isEmpty();
        assertThat(ledger.getEmbedded(List.of("seats", "confirmed"), Integer.class))
                .isLessThanOrEqualTo(ledger.getEmbedded(List.of("seats", "capacity"), Integer.class));
        assertThat(ledger.getEmbedded(List.of("seats", "confirmed"), Integer.class))
                .isEqualTo(rows(event, "CONFIRMED").size());
        assertThat(ledger.getEmbedded(List.of("list", "waiting"), Integer.class))
                .isEqualTo(rows(event, "WAITLISTED").size());
    }

    private <T> T database(java.util.function.Function<MongoDatabase, T> query) {
        try (var client = MongoClients.create(portal.stack().url("mongodb"))) {
            return query.apply(client.getDatabase("maydan_events"));
        }
    }
}
