package ma.maydan.starter.erasure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** The collection {@code erasure_receipts}: one for each erasure that this service has heard of. */
final class ReceiptStore {

    private static final String CARRIED_OUT = "carriedOutAt";

    private final AggregateStore<Receipt> store;
    private final String service;
    private final Clock clock;

    ReceiptStore(MongoDatabase database, Outbox outbox, String service, Clock clock) {
        this.store = new AggregateStore<>(
                database,
                outbox,
                "erasure_receipts",
                Receipt.class,
                new Topic<>(ErasureListener.TOPIC, "erasure", Receipt::snapshot),
                Shape.first());
        this.service = service;
        this.clock = clock;
        IndexBuilds.on(store.collection()).createIndex(Indexes.ascending("orderedAt"));
    }

    /** Keeps that a person is to be erased, once; answers whether it was not known. */
    boolean note(String erasure, String fingerprint) {
        if (store.find(Receipt.id(erasure, service)).isPresent()) {
            return false;
        }
        store.insert(Receipt.noted(erasure, service, fingerprint, clock.instant()));
        return true;
    }

    /** Writes the receipt of one, once. */
    void carriedOut(String erasure) {
        var open = store.find(Receipt.id(erasure, service))
                .filter(receipt -> receipt.carriedOutAt() == null)
                .orElse(null);
        if (open != null) {
            // False when another instance was faster.
            store.tryUpdate(open.carriedOut(clock.instant()), new BsonDocument());
        }
    }

    /** The erasures that are not carried out here. */
    List<String> open() {
        return Readable.list(store.collection().find(and(exists("erasure"), exists(CARRIED_OUT, false)))).stream()
                .map(Receipt::erasure)
                .toList();
    }

    /** The fingerprints of all who are erased, or about to be. */
    Set<String> people() {
        return people(exists("fingerprint"));
    }

    /** Of those whose erasure was heard of since. */
    Set<String> people(Instant since) {
        return people(gt("orderedAt", since));
    }

    private Set<String> people(Bson which) {
        return new HashSet<>(store.texts("fingerprint", which, 0));
    }
}
