package ma.maydan.starter.schedule;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.maydan.starter.TestService;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.Shape;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.Test;

/** Work that is written with the change that asks for it. */
class AskedWorkIT {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final TestService service = TestService.shared();
    private final MongoDatabase database = service.bean(MongoDatabase.class);
    private final String name = "clocks_" + UUID.randomUUID();
    private final AggregateStore<Alarm> store = new AggregateStore<>(
            database,
            service.bean(Outbox.class),
            name,
            Alarm.class,
            new Topic<>("maydan.alarms", "alarm", state -> state),
            Shape.first());

    public record Alarm(@BsonId String id, long version) implements Aggregate {}

    @Test
    void itGoesOnWhereWorkIsKeptAndTheLastChangeCounts() {
        var id = UUID.randomUUID().toString();
        var data = new BsonDocument("tone", new BsonString("bell"));

        store.insert(new Change<>(new Alarm(id, 1), "alarm.set", "data").and(new Due("ring", id, LATER, data)));
        await().until(() -> work(id) != null && outboxIsEmpty(id));
        assertThat(work(id).getDateTime("turn").getValue()).isEqualTo(LATER.toEpochMilli());
        assertThat(work(id).getDocument("data")).isEqualTo(data);

        store.update(new Change<>(new Alarm(id, 2), "alarm.moved", "data")
                .and(List.of(Due.at("ring", id, LATER.plusSeconds(1)), Due.at("snooze", id, LATER))));
        await().until(() -> outboxIsEmpty(id));
        assertThat(work(id).getDateTime("turn").getValue())
                .isEqualTo(LATER.plusSeconds(1).toEpochMilli());

        store.delete(new Change<>(new Alarm(id, 3), "alarm.deleted", "data").and(Due.never("ring", id)));
        await().until(() -> !work(id).containsKey("turn"));
    }

    private boolean outboxIsEmpty(String id) {
        return database.getCollection(name, BsonDocument.class)
                .find(eq("_id", id))
                .first()
                .getArray("outbox")
                .isEmpty();
    }

    private BsonDocument work(String id) {
        return database.getCollection("work", BsonDocument.class)
                .find(eq("_id", "ring:" + id))
                .first();
    }
}
