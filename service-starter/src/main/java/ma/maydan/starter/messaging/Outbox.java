package ma.maydan.starter.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.schedule.Due;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events that wait in the documents they tell of. Each kind of aggregate is a {@link Source}; the {@link OutboxRelay}
 * publishes what they hold.
 */
public final class Outbox {

    private final Clock clock;
    private final JsonMapper json;
    private final @Nullable Tracer tracer;
    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Hint> hints = new LinkedBlockingQueue<>(10_000);

    Outbox(Clock clock, JsonMapper json, @Nullable Tracer tracer) {
        this.clock = clock;
        this.json = json;
        this.tracer = tracer;
    }

    /**
     * Registers a collection whose documents carry an outbox.
     *
     * @param present tells of the state that a document has now
     */
    public Source source(MongoCollection<BsonDocument> documents, String topic, Present present) {
        IndexBuilds.on(documents).createIndex(Indexes.ascending("outbox.id"), new IndexOptions().sparse(true));
        var source = new Source(documents, topic, present);
        sources.add(source);
        return source;
    }

    /** What there is to tell of a document, apart from what has just changed. */
    public interface Present {

        /** An event of its state and sequence; empty when it is deleted or cannot be read. */
        Optional<BsonDocument> event(Source source, String id);
    }

    List<Source> sources() {
        return sources;
    }

    BlockingQueue<Hint> hints() {
        return hints;
    }

    /**
     * One document that has something to publish.
     *
     * @param all that the new document has to publish; null when its outbox is to be read
     */
    record Hint(Source source, String id, @Nullable List<BsonDocument> all) {}

    /** The outboxes of one collection, published to one topic. */
    public final class Source {

        private final MongoCollection<BsonDocument> documents;
        private final String topic;
        private final Present present;

        private Source(MongoCollection<BsonDocument> documents, String topic, Present present) {
            this.documents = documents;
            this.topic = topic;
            this.present = present;
        }

        boolean isDeleted(String id) {
            return documents
                            .find(Filters.and(Filters.eq("_id", id), Filters.exists("deleted")))
                            .first()
                    != null;
        }

        Optional<BsonDocument> present(String id) {
            return present.event(this, id);
        }

        public MongoCollection<BsonDocument> documents() {
            return documents;
        }

        String topic() {
            return topic;
        }

        /**
         * The entry of an event, to write together with the change.
         *
         * @param type such as {@code organization.verified}
         */
        public BsonDocument event(String type, long sequence, Object data) {
            var entry = new BsonDocument("id", new BsonString(UUID.randomUUID().toString()))
                    .append("type", new BsonString("ma.maydan." + type + ".v1"))
                    .append("sequence", new BsonInt64(sequence))
                    .append("time", new BsonDateTime(clock.millis()))
                    .append("data", new BsonString(json.writeValueAsString(data)));
            var span = tracer == null ? null : tracer.currentSpan();
            if (span != null) {
                var context = span.context();
                entry.append(
                        "traceparent",
                        new BsonString("00-" + "0".repeat(32 - context.traceId().length()) + context.traceId() + "-"
                                + context.spanId() + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00")));
            }
            return entry;
        }

        /** The entry of work that the change asks for. */
        public BsonDocument work(Due due, long sequence) {
            return new BsonDocument("id", new BsonString(UUID.randomUUID().toString()))
                    .append("sequence", new BsonInt64(sequence))
                    .append("work", DueWork.encode(due));
        }

        /** Tells the relay at once; when its queue is full, its sweep finds the document. */
        public void wake(String id) {
            wake(new Hint(this, id, null));
        }

        /** Tells the relay of a new document with these entries, which it then need not read. */
        public void wake(String id, List<BsonDocument> entries) {
            wake(new Hint(this, id, entries));
        }

        private void wake(Hint hint) {
            @SuppressWarnings("unused")
            var accepted = hints.offer(hint);
        }
    }
}
