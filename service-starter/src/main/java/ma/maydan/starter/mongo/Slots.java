package ma.maydan.starter.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.BsonDocument;

/**
 * At most so many documents of one owner at once. Each holds one of its owner's numbered slots in its field
 * {@value #FIELD}, which a unique index gives to one document alone, until a change takes it away again. So the bound
 * holds exactly, however many create at the same time.
 */
public final class Slots {

    private final MongoCollection<BsonDocument> documents;
    private final String field;
    private final int limit;

    /** @param field of the documents that holds their slot, or nothing */
    public Slots(MongoCollection<?> collection, String field, int limit) {
        this.documents = collection.withDocumentClass(BsonDocument.class);
        this.field = field;
        this.limit = limit;
        IndexBuilds.on(documents)
                .createIndex(
                        Indexes.ascending(field),
                        new IndexOptions().unique(true).sparse(true));
    }

    public int limit() {
        return limit;
    }

    /**
     * @param insert inserts a document that holds the slot it is given
     * @param full answers, or refuses, when the owner has no slot left
     * @throws DuplicateValueException when another unique index refuses
     */
    public <T> T take(String owner, Function<String, T> insert, Supplier<T> full) {
        while (true) {
            var free = free(owner);
            if (free.isEmpty()) {
                return full.get();
            }
            var slot = free.get(ThreadLocalRandom.current().nextInt(free.size()));
            try {
                return insert.apply(slot);
            } catch (DuplicateValueException e) {
                if (free(owner).contains(slot)) {
                    throw e;
                }
                // Somebody else was faster: another slot.
            }
        }
    }

    private List<String> free(String owner) {
        var all = IntStream.range(0, limit)
                .mapToObj(number -> owner + ":" + number)
                .toList();
        var taken = documents.distinct(field, in(field, all), String.class).into(new HashSet<>());
        return all.stream().filter(slot -> !taken.contains(slot)).toList();
    }
}
