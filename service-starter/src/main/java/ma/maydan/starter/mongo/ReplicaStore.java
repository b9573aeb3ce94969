package ma.maydan.starter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps replicas of one kind, each only ever replaced by a later state. */
public final class ReplicaStore<T extends Record & Replica> {

    private final MongoCollection<T> collection;

    public ReplicaStore(MongoDatabase database, String collection, Class<T> type) {
        this.collection = Readable.collection(database, collection, type);
    }

    public MongoCollection<T> collection() {
        return collection;
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first());
    }

    public Map<String, T> findAll(Collection<String> ids) {
        var found = new HashMap<String, T>();
        if (!ids.isEmpty()) {
            Readable.list(collection.find(in("_id", ids))).forEach(replica -> found.put(replica.id(), replica));
        }
        return found;
    }

    /**
     * Keeps a state in place of the one that it was made from.
     *
     * @param known what was kept when it was made, null for nothing
     * @return false when another came first
     */
    public boolean replace(@Nullable T known, T next) {
        if (known != null) {
            var same = and(eq("_id", next.id()), eq("sequence", known.sequence()));
            return collection.replaceOne(same, next).getMatchedCount() > 0;
        }
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

    /** False when what is kept is as new or newer: the event came late or twice. */
    public boolean apply(T replica) {
        var older = and(eq("_id", replica.id()), lt("sequence", replica.sequence()));
        if (collection.replaceOne(older, replica).getMatchedCount() > 0) {
            return true;
        }
        try {
            collection.insertOne(replica);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Kept by now, by an earlier event or by another instance: replace it if it is older.
            return collection.replaceOne(older, replica).getMatchedCount() > 0;
        }
    }
}
