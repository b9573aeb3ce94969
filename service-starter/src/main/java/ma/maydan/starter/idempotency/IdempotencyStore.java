package ma.maydan.starter.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;

/** What came of each idempotency key, for a day. */
class IdempotencyStore {

    /** After this long without an end, the one who handled the request is taken for dead. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(30);

    private static final int DELETED_TOGETHER = 500;

    private final MongoCollection<Entry> entries;
    private final Clock clock;

    IdempotencyStore(MongoDatabase database, Clock clock) {
        this.entries = Readable.collection(database, "idempotency", Entry.class, SHAPE);
        this.clock = clock;
        IndexBuilds.on(entries).createIndex(Indexes.ascending("expiresAt"));
        IndexBuilds.on(entries).createIndex(Indexes.ascending("person"), new IndexOptions().sparse(true));
    }

    /**
     * Public, as the driver's record codec needs.
     *
     * @param person who asked; null for a machine, and for one from before it was kept
     * @param answer null while the request is being handled
     */
    public record Entry(
            @BsonId String id,
            @Nullable String person,
            String bodyHash,
            String resourceId,
            Instant startedAt,
            Instant expiresAt,
            @Nullable Answer answer) {

        private Entry startedAgain(Instant at) {
            return new Entry(id, person, bodyHash, resourceId, at, expiresAt, answer);
        }
    }

    /** What came of it. */
    public record Answer(int status, Map<String, String> headers, Binary body) {}

    private static final Shape SHAPE = Shape.first().then(Shape.into("answer", "status", "headers", "body"));

    /** What to do with a request. */
    sealed interface Claim {}

    record Run(Entry entry) implements Claim {}

    record Replay(Answer answer) implements Claim {}

    record Refuse(String code) implements Claim {}

    /** @param person who asks; null for a machine */
    Claim claim(String id, @Nullable String person, String bodyHash) {
        var now = clock.instant();
        var fresh = new Entry(id, person, bodyHash, UUID.randomUUID().toString(), now, now.plus(NewId.KEPT), null);
        try {
            entries.insertOne(fresh);
            return new Run(fresh);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        var known = entries.find(eq("_id", id)).first();
        if (known == null || known.expiresAt().isBefore(now)) {
            entries.deleteOne(and(eq("_id", id), lt("expiresAt", now)));
            return claim(id, person, bodyHash);
        }
        if (!known.bodyHash().equals(bodyHash)) {
            return new Refuse("idempotency-key-reused");
        }
        if (known.answer() != null) {
            return new Replay(known.answer());
        }
        var abandoned = known.startedAt().isBefore(now.minus(IN_FLIGHT));
        var takenOver = abandoned
                && entries.updateOne(
                                        and(eq("_id", id), eq("startedAt", known.startedAt())),
                                        Updates.set("startedAt", now))
                                .getModifiedCount()
                        == 1;
        return takenOver ? new Run(known.startedAgain(now)) : new Refuse("idempotency-in-flight");
    }

    void complete(Entry entry, int status, Map<String, String> headers, byte[] body) {
        entries.updateOne(eq("_id", entry.id()), Updates.set("answer", new Answer(status, headers, new Binary(body))));
    }

    /** Nothing was written: the key is free again. */
    void forget(Entry entry) {
        entries.deleteOne(mine(entry));
    }

    /** It is not known whether something was written: a repetition may start at once, with the same new id. */
    void abandon(Entry entry) {
        entries.updateOne(mine(entry), Updates.set("startedAt", Instant.EPOCH));
    }

    /** Unless another request has taken over: the key is that one's to free. */
    private static Bson mine(Entry entry) {
        return and(eq("_id", entry.id()), eq("startedAt", entry.startedAt()));
    }

    /** In small parts, so that no command takes longer for a day of many requests. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void deleteExpired() {
        List<String> ids;
        do {
            ids = entries.withDocumentClass(BsonDocument.class)
                    .find(lt("expiresAt", clock.instant()))
                    .projection(Projections.include("_id"))
                    .limit(DELETED_TOGETHER)
                    .map(entry -> entry.getString("_id").getValue())
                    .into(new ArrayList<>());
            entries.deleteMany(and(in("_id", ids), lt("expiresAt", clock.instant())));
        } while (ids.size() == DELETED_TOGETHER);
    }
}
