package ma.maydan.starter.replica;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Keeps replicas of one kind, each only ever replaced by a later state, or by the same one in a later shape. */
public final class ReplicaStore<T extends Record & Replica> {

    private final MongoCollection<T> collection;
    private final MongoCollection<RawBsonDocument> documents;
    private final int shape;

    /** @param replicas what their topic tells, and the number of the shape in which it is kept now */
    public ReplicaStore(MongoDatabase database, String collection, Class<T> type, Refills.Replicas replicas) {
        this.shape = replicas.shape();
        this.collection = Readable.collection(database, collection, type, Shape.refilled(shape));
        this.documents = database.getCollection(collection, RawBsonDocument.class);
        replicas.require(collection);
    }

    public MongoCollection<T> collection() {
        return collection;
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first());
    }

    public Map<String, T> findAll(Collection<String> ids) {
        return Readable.byId(collection, ids, Replica::id);
    }

    /** What follows from the state that is known, null for none that can be read, and the one that was told. */
    public interface Following<T> {
        T after(@Nullable T known, T told);
    }

    /** Keeps a state unless a later one is kept, and answers what is kept then: the event may come late or twice. */
    public T apply(T told) {
        return apply(told, (known, next) -> next);
    }

    /** Like {@link #apply(Record)}, with what also depends on the state before. */
    public T apply(T told, Following<T> following) {
        while (true) {
            var document = documents.find(eq("_id", told.id())).first();
            var known = document == null ? null : Readable.decode(document, collection);
            if (known != null && isKept(known, Shape.of(document), told)) {
                return known;
            }
            if (document != null && sequence(document) > told.sequence()) {
                // Unreadable and later: what tells of that state is yet to come.
                return told;
            }
            var next = following.after(known, told);
            if (document == null ? insert(next) : replace(same(document), next)) {
                return next;
            }
        }
    }

    private boolean isKept(T known, int knownShape, T told) {
        return known.sequence() > told.sequence() || known.sequence() == told.sequence() && knownShape == shape;
    }

    private static long sequence(BsonDocument document) {
        return document.get("sequence") instanceof BsonInt64 number ? number.getValue() : 0;
    }

    private static Bson same(BsonDocument document) {
        return and(
                eq("_id", document.get("_id")),
                eq("sequence", document.getOrDefault("sequence", BsonNull.VALUE)),
                eq(Shape.FIELD, document.getOrDefault(Shape.FIELD, BsonNull.VALUE)));
    }

    private boolean replace(Bson before, T next) {
        return collection.replaceOne(before, next).getMatchedCount() > 0;
    }

    private boolean insert(T next) {
        try {
            collection.insertOne(next);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Keeps a state in place of the one of the same sequence; false when another came first.
     */
    public boolean replace(T next) {
        return replace(and(eq("_id", next.id()), eq("sequence", next.sequence())), next);
    }
}
