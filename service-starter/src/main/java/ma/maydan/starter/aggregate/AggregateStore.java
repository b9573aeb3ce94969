package ma.maydan.starter.aggregate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.mongo.ShapeUpgrade;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.PlainText;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;

/**
 * Keeps aggregates of one kind in one collection. A change of state and its event are one write of one document: the
 * event waits in the document's {@code outbox} until the relay has published it.
 */
public final class AggregateStore<T extends Record & Aggregate> {

    private static final String DELETED = "deleted";

    private final MongoCollection<T> collection;
    private final Class<T> type;
    private final List<String> fields;
    private final Topic<T> told;
    private final Outbox.Source outbox;

    /**
     * @param told where and how other services learn of these aggregates
     * @param shape how they are stored now; those of older releases are stored so before this returns
     */
    public AggregateStore(
            MongoDatabase database, Outbox outbox, String collection, Class<T> type, Topic<T> told, Shape shape) {
        ShapeUpgrade.run(database, collection, shape);
        this.collection = Readable.collection(database, collection, type, shape);
        this.type = type;
        this.fields = Stream.of(
                        Arrays.stream(type.getRecordComponents())
                                .map(component -> component.getName())
                                .filter(name -> !name.equals("id")),
                        shape.derived().stream(),
                        shape.retired().stream().filter(path -> !path.contains(".")))
                .flatMap(names -> names)
                .distinct()
                .toList();
        this.told = told;
        this.outbox = outbox.source(
                database.getCollection(collection, BsonDocument.class),
                told.name(),
                (source, id) -> find(id).map(state -> source.event(
                        told.kind() + ".restated",
                        state.version(),
                        told.snapshot().apply(state))));
    }

    /** For queries, by way of {@link Readable}; writes go through the store. */
    public MongoCollection<T> collection() {
        return collection;
    }

    /**
     * A field of text of those, read without the rest; where it is not text it is left out.
     *
     * @param most 0 for all
     */
    public List<String> texts(String field, Bson of, int most) {
        return outbox
                .documents()
                .find(of)
                .projection(Projections.include(field))
                .limit(most)
                .into(new ArrayList<>())
                .stream()
                .flatMap(document ->
                        document.get(field) instanceof BsonString text ? Stream.of(text.getValue()) : Stream.empty())
                .toList();
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(
                collection.find(and(eq("_id", id), exists(DELETED, false))).first());
    }

    /**
     * @throws ProblemException 404 when there is none
     */
    public T require(String id) {
        return find(id).orElseThrow(ProblemException::notFound);
    }

    /**
     * Inserts a new aggregate. Repeated with the same id it changes nothing and answers what is there, so that a
     * request repeated after a crash creates once.
     *
     * @throws ProblemException 404 when what was inserted with this id has been deleted
     * @throws DuplicateValueException when a unique index other than the id's refuses
     */
    public T insert(Change<T> change) {
        var document = encode(change.state());
        var entries = entries(change);
        document.put("outbox", new BsonArray(entries));
        try {
            outbox.documents().insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return find(change.state().id())
                    .orElseThrow(() -> refusal(change.state().id(), e));
        }
        outbox.wake(change.state().id(), entries);
        return change.state();
    }

    /** What was created with this id is deleted, or another index refuses. */
    private RuntimeException refusal(String id, MongoWriteException e) {
        var deleted =
                outbox.documents().find(and(eq("_id", id), exists(DELETED))).first() != null;
        return deleted ? ProblemException.notFound() : new DuplicateValueException(e);
    }

    /**
     * Replaces the state that was the version before.
     *
     * @throws ProblemException 412 when another change came first
     * @throws DuplicateValueException when a unique index refuses
     */
    public T update(Change<T> change) {
        if (!tryUpdate(change, new BsonDocument())) {
            throw ProblemException.stale();
        }
        return change.state();
    }

    /** Like {@link #update}, under one more condition; false when either does not hold any more. */
    public boolean tryUpdate(Change<T> change, Bson condition) {
        var state = change.state();
        var document = encode(state);
        document.remove("_id");
        var updates = new ArrayList<Bson>();
        document.forEach((field, value) -> updates.add(Updates.set(field, value)));
        fields.stream()
                .filter(field -> !document.containsKey(field))
                .forEach(field -> updates.add(Updates.unset(field)));
        updates.add(Updates.pushEach("outbox", entries(change)));
        var filter = and(eq("_id", state.id()), eq("version", state.version() - 1), condition);
        try {
            if (outbox.documents().updateOne(filter, Updates.combine(updates)).getMatchedCount() == 0) {
                return false;
            }
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new DuplicateValueException(e);
            }
            throw e;
        }
        outbox.wake(state.id());
        return true;
    }

    /**
     * Deletes the state that was the version before. The change tells of it; of the document only its id and version
     * stay, which no query of aggregates finds, so that nothing comes back under the same id.
     *
     * @throws ProblemException 412 when another change came first
     */
    public void delete(Change<T> change) {
        var state = change.state();
        var updates = new ArrayList<Bson>();
        fields.forEach(field -> updates.add(Updates.unset(field)));
        updates.add(Updates.set(DELETED, state.version()));
        updates.add(Updates.pushEach("outbox", entries(change)));
        var before = and(eq("_id", state.id()), eq("version", state.version() - 1));
        if (outbox.documents().updateOne(before, Updates.combine(updates)).getMatchedCount() == 0) {
            throw ProblemException.stale();
        }
        outbox.wake(state.id());
    }

    /**
     * Takes people out of documents, which is nobody's step: the rule works on what is stored. Each document that it
     * changes has its next version and tells of it.
     */
    public void rewrite(Bson which, UnaryOperator<BsonDocument> rule) {
        for (var id : texts("_id", which, 0)) {
            var done = false;
            while (!done) {
                var document = outbox.documents().find(eq("_id", id)).first();
                done = document == null || tryRewrite(document, rule.apply(document));
            }
        }
    }

    private boolean tryRewrite(BsonDocument before, BsonDocument after) {
        if (after.equals(before)) {
            return true;
        }
        var version = before.getInt64("version").getValue() + 1;
        var state = Readable.decode(after.append("version", new BsonInt64(version)), collection);
        if (state == null) {
            throw new IllegalStateException("Without the person it cannot be read: " + before.get("_id"));
        }
        var updates = new ArrayList<Bson>();
        before.forEach((field, value) -> {
            var now = after.get(field);
            if (!field.equals("outbox") && !value.equals(now)) {
                updates.add(now == null ? Updates.unset(field) : Updates.set(field, now));
            }
        });
        updates.add(Updates.push(
                "outbox",
                outbox.event(
                        told.kind() + ".person_erased", version, told.snapshot().apply(state))));
        var same = and(eq("_id", before.get("_id")), eq("version", version - 1));
        if (outbox.documents().updateOne(same, Updates.combine(updates)).getMatchedCount() == 0) {
            return false;
        }
        outbox.wake(state.id());
        return true;
    }

    private List<BsonDocument> entries(Change<T> change) {
        var version = change.state().version();
        return Stream.concat(
                        Stream.of(outbox.event(change.eventType(), version, change.eventData())),
                        change.due().stream().map(due -> outbox.work(due, version)))
                .toList();
    }

    private BsonDocument encode(T state) {
        var document = new BsonDocument();
        collection
                .getCodecRegistry()
                .get(type)
                .encode(
                        new BsonDocumentWriter(document),
                        state,
                        EncoderContext.builder().build());
        requirePlainText(document);
        return document;
    }

    /** Whatever way it came: what is stored must be readable to every consumer and page. */
    private static void requirePlainText(BsonValue value) {
        switch (value) {
            case BsonString text -> PlainText.require(text.getValue());
            case BsonDocument document -> document.values().forEach(AggregateStore::requirePlainText);
            case BsonArray array -> array.forEach(AggregateStore::requirePlainText);
            default -> {}
        }
    }
}
