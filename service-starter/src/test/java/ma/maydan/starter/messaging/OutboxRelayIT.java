package ma.maydan.starter.messaging;

import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import ma.maydan.starter.TestService;
import ma.maydan.starter.replica.Refills;
import ma.maydan.starter.replica.Replica;
import ma.maydan.starter.replica.ReplicaStore;
import ma.maydan.starter.thing.ThingController;
import ma.maydan.starter.thing.ThingListeners;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

class OutboxRelayIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final TestService service = TestService.shared();
    private final ThingListeners listeners = service.bean(ThingListeners.class);
    private final MongoCollection<BsonDocument> things =
            service.bean(MongoDatabase.class).getCollection("things", BsonDocument.class);

    @Test
    void theTraceOfARequestGoesOnWhereItsEventArrives() {
        var id = json(send(service.create("traced", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")))
                .path("id")
                .asString();

        await().until(() -> !listeners.own(id).isEmpty());
        assertThat(listeners.own(id).getFirst().traceId()).isEqualTo(TRACE);
    }

    @Test
    void theSweepPublishesWhatACrashLeftInTheTraceOfItsRequest() {
        var left = document(entry(1, "{\"name\": \"left behind\"}")
                .append("traceparent", new BsonString("00-" + TRACE + "-00f067aa0ba902b7-01")));
        things.insertOne(left);

        var id = left.getString("_id").getValue();
        await().until(() -> !listeners.own(id).isEmpty());
        assertThat(listeners.own(id).getFirst().traceId()).isEqualTo(TRACE);
        await().until(() -> outbox(id).isEmpty());
    }

    @Test
    void anEventThatTheBrokerDoesNotTakeHoldsUpNoOther() {
        var tooLarge = document(entry(1, "{\"name\": \"" + "x".repeat(2_000_000) + "\"}"));
        things.insertOne(tooLarge);
        var others = IntStream.range(0, 5)
                .mapToObj(i -> document(entry(1, "{\"name\": \"small\"}")))
                .toList();
        things.insertMany(others);

        try {
            await().until(() -> others.stream()
                    .map(other -> other.getString("_id").getValue())
                    .allMatch(id -> !listeners.own(id).isEmpty() && outbox(id).isEmpty()));
            assertThat(outbox(tooLarge.getString("_id").getValue())).hasSize(1);
        } finally {
            things.deleteOne(Filters.eq("_id", tooLarge.getString("_id")));
        }
    }

    @Test
    void anOutboxThatCannotBeReadHoldsUpNoOther() {
        var bad = document(entry(1, "{\"name\": \"bad\"}").append("sequence", new BsonString("one")));
        var good = document(entry(1, "{\"name\": \"good\"}"));
        things.insertMany(List.of(bad, good));

        try {
            var id = good.getString("_id").getValue();
            await().until(() -> !listeners.own(id).isEmpty() && outbox(id).isEmpty());
        } finally {
            things.deleteOne(Filters.eq("_id", bad.getString("_id")));
        }
    }

    @Test
    void moreThanOneBatchIsPublishedInOneSweep() {
        var left = IntStream.range(0, 450)
                .mapToObj(i -> document(entry(1, "{\"name\": \"many\"}"), entry(2, "{\"name\": \"more\"}")))
                .toList();
        things.insertMany(left);

        var ids = left.stream().map(document -> document.getString("_id").getValue());
        var last = left.getLast().getString("_id").getValue();
        await().until(() -> left.stream()
                .allMatch(
                        document -> outbox(document.getString("_id").getValue()).isEmpty()));
        await().until(() -> listeners.own(last).size() >= 2);
        assertThat(ids)
                .allSatisfy(id -> assertThat(listeners.own(id))
                        .extracting(ThingListeners.Seen::sequence)
                        .startsWith(1L, 2L));
    }

    /** Their events may come twice and late; what was written last is what remains. */
    @Test
    void twoInstancesThatPublishOneDocumentLeaveTheReplicaAtItsLastState() {
        var replicas = new ReplicaStore<>(
                service.bean(MongoDatabase.class),
                "thing_replicas",
                ThingReplica.class,
                service.bean(Refills.class).of("maydan.things", 1));
        var id = json(send(service.create("shared"))).path("id").asString();
        try (var second = new TestService("--spring.kafka.listener.auto-startup=false")) {
            for (var version = 1; version <= 40; version++) {
                var instance = version % 2 == 0 ? service : second;
                assertThat(send(instance.rename(id, "\"" + version + "\"", "name " + version))
                                .statusCode())
                        .isEqualTo(200);
            }
            await().until(() -> outbox(id).isEmpty());
        }

        await().until(() -> listeners.own(id).stream()
                        .map(ThingListeners.Seen::sequence)
                        .distinct()
                        .count()
                == 41);
        listeners.own(id).forEach(seen -> replicas.apply(new ThingReplica(id, seen.sequence(), seen.name())));
        assertThat(replicas.find(id)).contains(new ThingReplica(id, 41, "name 40"));
        // What a compacted topic keeps.
        await().until(() -> listeners.own(id).getLast().sequence() == 41);
    }

    /** The slower of two instances publishes an earlier event behind the later one of the other. */
    @Test
    void whoIsOvertakenTellsOfThePresentStateOnceMore() throws InterruptedException {
        var id = json(send(service.create("slow"))).path("id").asString();
        send(service.rename(id, "\"1\"", "fast"));
        await().until(() -> outbox(id).isEmpty() && listeners.own(id).size() == 2);
        var overtaken = new Overtaken(kafka, "/things-service");

        overtaken.catchUp(source(), id, 1);
        await().until(() -> listeners.own(id).size() == 3);
        assertThat(listeners.own(id).getLast().name()).isEqualTo("fast");

        overtaken.catchUp(source(), id, 2);
        assertThat(listeners.own(id)).as("nothing was later than what it told").hasSize(3);
    }

    private Outbox.Source source() {
        return service.bean(Outbox.class).sources().stream()
                .filter(one -> one.topic().equals("maydan.things"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private final KafkaTemplate<String, byte[]> kafka = service.bean(KafkaTemplate.class);

    public record ThingReplica(@BsonId String id, long sequence, String name) implements Replica {}

    @Test
    void aServiceThatStopsAnswersWhatIsInFlightAndPublishesItsEvent() throws Exception {
        var stopping = new TestService("--spring.application.name=stopping", "--maydan.mongodb.database=stopping");
        var controller = stopping.bean(ThingController.class);
        var outboxes = stopping.bean(Outbox.class);
        var answer = CompletableFuture.supplyAsync(() -> send(stopping.create(ThingController.HELD)));
        controller.awaitHeld();

        var stopped = CompletableFuture.runAsync(stopping::close);
        await().until(() -> refusesConnections(stopping));
        controller.open();

        assertThat(answer.get().statusCode()).isEqualTo(201);
        stopped.get();
        assertThat(outboxes.hints()).isEmpty();
        var id = json(answer.get()).path("id").asString();
        await().until(() -> !listeners.own(id).isEmpty());
    }

    private static boolean refusesConnections(TestService stopping) {
        try {
            send(stopping.request("/api/v1/things/none"));
            return false;
        } catch (java.io.UncheckedIOException e) {
            return true;
        }
    }

    private List<BsonDocument> outbox(String id) {
        var document = things.find(Filters.eq("_id", id)).first();
        return document == null
                ? List.of()
                : document.getArray("outbox", new BsonArray()).stream()
                        .map(entry -> entry.asDocument())
                        .toList();
    }

    /** A document as a crash leaves it between the write and the publication. */
    private static BsonDocument document(BsonDocument... outbox) {
        return new BsonDocument("_id", new BsonString(UUID.randomUUID().toString()))
                .append("version", new BsonInt64(outbox.length))
                .append("name", new BsonString("left"))
                .append("createdAt", new BsonDateTime(0))
                .append("outbox", new BsonArray(List.of(outbox)));
    }

    private static BsonDocument entry(long sequence, String data) {
        return new BsonDocument("id", new BsonString(UUID.randomUUID().toString()))
                .append("type", new BsonString("ma.maydan.thing.created.v1"))
                .append("sequence", new BsonInt64(sequence))
                .append("time", new BsonDateTime(0))
                .append("data", new BsonString(data));
    }
}
