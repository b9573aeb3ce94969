package ma.maydan.starter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a collection to its present {@link Shape} at the first start of a release, so that queries find in every
 * document what they look for. Repeated, or stopped half-way, or done by two at once, it ends the same.
 */
public final class ShapeUpgrade {

    private static final Logger log = LoggerFactory.getLogger(ShapeUpgrade.class);
    private static final int TOGETHER = 500;

    private final MongoCollection<BsonDocument> documents;
    private final Shape shape;

    private ShapeUpgrade(MongoCollection<BsonDocument> documents, Shape shape) {
        this.documents = documents;
        this.shape = shape;
    }

    /** @throws IllegalStateException when a later release has stored it otherwise */
    public static void run(MongoDatabase database, String collection, Shape shape) {
        var shapes = database.getCollection("shapes", BsonDocument.class);
        var kept = shapes.find(eq("_id", collection)).first();
        var number = kept == null ? 1 : Shape.of(kept);
        if (number > shape.number()) {
            throw new IllegalStateException("The collection " + collection + " is stored in shape " + number
                    + ", by a later release; this one knows " + shape.number());
        }
        if (number < shape.number()) {
            new ShapeUpgrade(database.getCollection(collection, BsonDocument.class), shape).run();
            shapes.updateOne(
                    eq("_id", collection), Updates.max(Shape.FIELD, shape.number()), new UpdateOptions().upsert(true));
        }
    }

    private void run() {
        dropIndexesOfRetiredFields();
        var upgraded = 0L;
        BsonValue last = null;
        List<BsonDocument> batch;
        do {
            batch = documents
                    .find(last == null ? new BsonDocument() : gt("_id", last))
                    .sort(Sorts.ascending("_id"))
                    .limit(TOGETHER)
                    .into(new ArrayList<>());
            for (var document : batch) {
                last = document.get("_id");
                upgraded += upgrade(document) ? 1 : 0;
            }
        } while (batch.size() == TOGETHER);
        if (upgraded > 0) {
            log.info("{} documents of {} are in shape {} now", upgraded, documents.getNamespace(), shape.number());
        }
    }

    /** They would hold the new documents to what these do not have. */
    private void dropIndexesOfRetiredFields() {
        var retired = shape.retired();
        documents.listIndexes(BsonDocument.class).into(new ArrayList<>()).stream()
                .filter(index -> index.getDocument("key").keySet().stream()
                        .anyMatch(path -> retired.stream().anyMatch(gone -> (path + ".").startsWith(gone + "."))))
                .map(index -> index.getString("name").getValue())
                .forEach(documents::dropIndex);
    }

    private boolean upgrade(@Nullable BsonDocument found) {
        for (var document = found; document != null; document = read(document)) {
            if (Shape.of(document) >= shape.number()) {
                return false;
            }
            var next = document.clone();
            try {
                shape.upgrade(next);
            } catch (RuntimeException unreadable) {
                log.error("Document {} of {} is not upgraded", document.get("_id"), documents, unreadable);
                return false;
            }
            if (write(document, next)) {
                return true;
            }
            // Somebody changed it meanwhile.
        }
        return false;
    }

    private @Nullable BsonDocument read(BsonDocument document) {
        return documents.find(eq("_id", document.get("_id"))).first();
    }

    /** Writes what is another now, if all of that is still what it was. */
    private boolean write(BsonDocument before, BsonDocument next) {
        var unchanged = new ArrayList<Bson>(List.of(eq("_id", before.get("_id"))));
        var changes = new ArrayList<Bson>();
        for (var field : before.keySet()) {
            if (!next.containsKey(field)) {
                unchanged.add(eq(field, before.get(field)));
                changes.add(Updates.unset(field));
            }
        }
        next.forEach((field, value) -> {
            if (!value.equals(before.get(field))) {
                unchanged.add(eq(field, before.getOrDefault(field, BsonNull.VALUE)));
                changes.add(Updates.set(field, value));
            }
        });
        return documents.updateOne(and(unchanged), Updates.combine(changes)).getMatchedCount() > 0;
    }
}
