package ma.maydan.starter.messaging;

import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits in the outbox of one document.
 *
 * @param id of the document
 * @param entries in the order of their sequence
 */
record Waiting(String id, List<BsonDocument> entries) {

    private static final Logger log = LoggerFactory.getLogger(Waiting.class);

    /** What waits in some of the documents; nothing of one that cannot be read, which holds up no other. */
    static List<Waiting> read(Outbox.Source from, Bson filter, int most, String source) {
        return from
                .documents()
                .find(filter)
                .projection(Projections.include("outbox"))
                .limit(most)
                .into(new ArrayList<>())
                .stream()
                .flatMap(document -> read(from, document, source).stream())
                .toList();
    }

    private static Optional<Waiting> read(Outbox.Source from, BsonDocument document, String source) {
        try {
            var waiting = new Waiting(document.getString("_id").getValue(), entries(document));
            for (var entry : waiting.entries) {
                if (DueWork.is(entry)) {
                    DueWork.decode(entry);
                } else {
                    EventMessage.of(from.topic(), waiting.id, entry, source);
                }
            }
            return Optional.of(waiting);
        } catch (BsonInvalidOperationException e) {
            log.error("The outbox of {} cannot be read", document.get("_id"), e);
            return Optional.empty();
        }
    }

    private static List<BsonDocument> entries(BsonDocument document) {
        return document.getArray("outbox", new BsonArray()).stream()
                .map(BsonValue::asDocument)
                .sorted(Comparator.comparingLong(
                        entry -> entry.getInt64("sequence").getValue()))
                .toList();
    }

    static String idOf(BsonDocument entry) {
        return entry.getString("id").getValue();
    }
}
