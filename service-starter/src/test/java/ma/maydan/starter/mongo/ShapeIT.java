package ma.maydan.starter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static ma.maydan.starter.mongo.Shape.as;
import static ma.maydan.starter.mongo.Shape.into;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.maydan.starter.TestService;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.messaging.Outbox;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.Test;

/** Documents that an older release stored. */
class ShapeIT {

    private static final Shape SECOND =
            Shape.first().then(into("about", "name"), into("about", "size", as("count")), into("stage", "status"));

    private final TestService service = TestService.shared();
    private final MongoDatabase database = service.bean(MongoDatabase.class);
    private final String name = "shapes_" + UUID.randomUUID();
    private final MongoCollection<BsonDocument> documents = database.getCollection(name, BsonDocument.class);

    public record Box(@BsonId String id, long version, About about, Stage stage) implements Aggregate {}

    public record ThirdBox(@BsonId String id, long version, BsonDocument about) implements Aggregate {}

    public record About(String name, int count) {}

    public record Stage(String status) {}

    @Test
    void allOfThemAreInThePresentShapeOnceTheStoreIsOpen() {
        documents.insertMany(
                IntStream.range(0, 1_100).mapToObj(i -> older("box-" + i, i, 1)).toList());

        var store = store(SECOND);

        assertThat(documents.countDocuments(eq("about.count", 1_099))).isEqualTo(1);
        assertThat(documents.countDocuments(eq("shape", 2))).isEqualTo(1_100);
        assertThat(store.find("box-7")).contains(new Box("box-7", 1, new About("name 7", 7), new Stage("OPEN")));
    }

    @Test
    void oneThatAnInstanceOfTheOlderReleaseWritesLateIsReadAndRewrittenWithTheNextChange() {
        var store = store(SECOND);
        documents.insertOne(older("late", 3, 4));

        var read = store.require("late");
        store.update(new Change<>(new Box("late", 5, new About("new", 9), read.stage()), "box.renamed", "data"));

        assertThat(documents.find(eq("_id", "late")).first())
                .isNotNull()
                .doesNotContainKeys("name", "size", "status")
                .containsEntry("shape", new BsonInt32(2));
        assertThat(store.require("late").about()).isEqualTo(new About("new", 9));
    }

    @Test
    void oneThatCannotBeBroughtToItIsLeftAsItIsAndKeepsNobodyFromTheOthers() {
        documents.insertOne(older("bad", 1, 1).append("about", new BsonString("no place")));
        documents.insertOne(older("good", 2, 1));

        var store = store(SECOND);

        assertThat(store.find("bad")).isEmpty();
        assertThat(store.find("good")).isPresent();
        assertThat(documents.find(eq("_id", "bad")).first()).isNotNull().containsKey("name");
    }

    @Test
    void aFieldOfAPartMovesToAnother() {
        var third = SECOND.then(into("about", "stage.status"));
        documents.insertOne(older("first", 1, 1));
        documents.insertOne(
                BsonDocument.parse(
                        "{_id: 'second', shape: 2, version: {$numberLong: '1'}, stage: {status: 'OPEN', on: true}, about: {name: 'n'}}"));
        documents.createIndex(Indexes.ascending("stage.status"));

        new AggregateStore<>(
                database,
                service.bean(Outbox.class),
                name,
                ThirdBox.class,
                new Topic<>("maydan.boxes", "box", state -> state),
                third);

        assertThat(documents.find(eq("about.status", "OPEN")).into(new ArrayList<>()))
                .extracting(document -> document.getString("_id").getValue())
                .containsExactlyInAnyOrder("first", "second");
        assertThat(documents.find(eq("_id", "second")).first())
                .isNotNull()
                .containsEntry("stage", BsonDocument.parse("{on: true}"));
        assertThat(documents.listIndexes().map(index -> index.getString("name")))
                .doesNotContain("stage.status_1");
    }

    @Test
    void anIndexOfTheOlderShapeAloneGoesWithIt() {
        documents.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
        documents.createIndex(Indexes.ascending("about.count"));
        documents.insertMany(
                IntStream.range(0, 3).mapToObj(i -> older("box-" + i, i, 1)).toList());

        store(SECOND);

        assertThat(documents.listIndexes().map(index -> index.getString("name")))
                .contains("about.count_1")
                .doesNotContain("name_1");
        assertThat(documents.countDocuments(eq("shape", 2))).isEqualTo(3);
    }

    @Test
    void ofWhatIsDeletedNothingComesBack() {
        documents.insertOne(BsonDocument.parse("{_id: 'gone', deleted: {$numberLong: '3'}}"));

        assertThat(store(SECOND).find("gone")).isEmpty();

        assertThat(Objects.requireNonNull(documents.find(eq("_id", "gone")).first()))
                .containsOnlyKeys("_id", "deleted", "shape");
    }

    @Test
    void aReleaseThatIsOlderThanTheDataDoesNotStart() {
        store(SECOND);

        assertThatThrownBy(() -> store(Shape.first()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("later release");
    }

    private AggregateStore<Box> store(Shape shape) {
        return new AggregateStore<>(
                database,
                service.bean(Outbox.class),
                name,
                Box.class,
                new Topic<>("maydan.boxes", "box", state -> state),
                shape);
    }

    private static BsonDocument older(String id, int size, long version) {
        return BsonDocument.parse(
                "{_id: '%s', version: {$numberLong: '%d'}, name: 'name %d', size: %d, status: 'OPEN', outbox: []}"
                        .formatted(id, version, size, size));
    }
}
