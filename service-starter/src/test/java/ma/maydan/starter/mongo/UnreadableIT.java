package ma.maydan.starter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static ma.maydan.starter.TestService.json;
import static ma.maydan.starter.TestService.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.maydan.starter.TestService;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.thing.Thing;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

class UnreadableIT {

    private final TestService service = TestService.shared();
    private final MongoCollection<BsonDocument> things =
            service.bean(MongoDatabase.class).getCollection("things", BsonDocument.class);

    @Test
    void oneDocumentThatCannotBeReadIsLeftOutOfListsAndNotFoundByItself() {
        var good = new ArrayList<String>();
        var bad = new ArrayList<String>();
        // Older than all others, so that they stand together: a page of them alone among the rest.
        for (var i = 0; i < 7; i++) {
            var at = Instant.parse("1901-01-01T00:00:00Z").plusSeconds(i);
            (i % 7 == 0 || i == 6 ? good : bad)
                    .add(insert(i == 0 || i == 6 ? new BsonString("good") : new BsonInt64(i), at));
        }
        try {
            var listed = new ArrayList<String>();
            var next = "/api/v1/things?limit=1";
            while (listed.size() < 3) {
                var page = send(service.request(next));
                assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
                json(page)
                        .path("items")
                        .forEach(item -> listed.add(item.path("id").asString()));
                if (json(page).path("nextCursor").isMissingNode()) {
                    break;
                }
                next = "/api/v1/things?limit=1&cursor="
                        + json(page).path("nextCursor").asString();
            }
            assertThat(listed).startsWith(good.getFirst(), good.getLast()).doesNotContainAnyElementsOf(bad);
            assertThat(send(service.request("/api/v1/things/" + bad.getFirst())).statusCode())
                    .isEqualTo(404);
            assertThat(send(service.management("/actuator/prometheus")).body())
                    .contains("maydan_unreadable_documents_total{", "collection=\"things\"");
        } finally {
            good.forEach(id -> things.deleteOne(eq("_id", id)));
            bad.forEach(id -> things.deleteOne(eq("_id", id)));
        }
    }

    @Test
    void textThatNoPageCanShowIsNotStoredWhateverWayItCame() {
        var store = new AggregateStore<>(
                service.bean(MongoDatabase.class),
                service.bean(Outbox.class),
                "texts",
                Thing.class,
                new Topic<>("maydan.things", "thing", state -> state),
                Shape.first());
        for (var text : List.of("a\u0000b", "a\ud83d", "\udc00", "\u0085", "\uffff")) {
            var thing = new Thing(UUID.randomUUID().toString(), 1, text, Instant.EPOCH);
            assertThatThrownBy(() -> store.insert(new Change<>(thing, "thing.created", List.of())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String insert(BsonValue name, Instant at) {
        var id = UUID.randomUUID().toString();
        things.insertOne(new BsonDocument("_id", new BsonString(id))
                .append("version", new BsonInt64(1))
                .append("name", name)
                .append("createdAt", new BsonDateTime(at.toEpochMilli())));
        return id;
    }
}
