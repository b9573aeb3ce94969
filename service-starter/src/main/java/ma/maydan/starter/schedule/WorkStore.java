package ma.maydan.starter.schedule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.starter.mongo.IndexBuilds;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code work}. {@code turn} is when a piece may be taken next: when it is due, when its lease runs out,
 * or when it is tried again. What is done has none and is kept for {@link #KEPT}, so that what asked for it, told
 * again, asks for nothing.
 */
public final class WorkStore {

    static final Duration KEPT = Duration.ofDays(7);

    private static final int COUNTED = 10_000;

    private static final String SEQUENCE = "sequence";
    private static final String TURN = "turn";
    private static final String ATTEMPTS = "attempts";
    private static final String DATA = "data";
    private static final String FAULT = "fault";
    private static final String DONE = "doneAt";
    private static final String FAILED = "failedAt";

    private final MongoCollection<BsonDocument> pieces;
    private final Clock clock;
    private volatile Runnable onDue = () -> {};

    public WorkStore(MongoDatabase database, Clock clock) {
        this.pieces = database.getCollection("work", BsonDocument.class);
        this.clock = clock;
        var indexes = IndexBuilds.on(pieces);
        indexes.createIndex(Indexes.ascending("kind", TURN));
        indexes.createIndex(Indexes.ascending(FAILED), new IndexOptions().sparse(true));
        indexes.createIndex(Indexes.ascending(DONE), new IndexOptions().sparse(true));
    }

    /** Whom to tell that something is due at once. */
    void onDue(Runnable told) {
        onDue = told;
    }

    /**
     * Asks for work, once however often it is called with the same number.
     *
     * @param sequence grows with each word on the same subject; an earlier one that comes late changes nothing
     */
    public void put(Due due, long sequence) {
        var changes = new ArrayList<Bson>(List.of(
                set("kind", due.kind()),
                set("subject", due.subject()),
                set(SEQUENCE, sequence),
                set(ATTEMPTS, 0),
                set(DATA, due.data()),
                unset(FAULT),
                unset(FAILED)));
        var at = due.at();
        if (at == null) {
            changes.addAll(List.of(unset(TURN), set(DONE, clock.instant())));
        } else {
            changes.addAll(List.of(set("dueAt", at), set(TURN, at), unset(DONE)));
        }
        try {
            pieces.updateOne(
                    and(eq("_id", due.id()), lt(SEQUENCE, sequence)),
                    combine(changes),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // A word as late as this one, or later, is there.
            return;
        }
        if (at != null && !at.isAfter(clock.instant())) {
            onDue.run();
        }
    }

    /** Some of a kind that may be taken, the longest waiting first. */
    List<Work> due(String kind, int most) {
        var now = clock.instant();
        return pieces
                .find(and(eq("kind", kind), lte(TURN, now)))
                .sort(Sorts.ascending(TURN))
                .limit(most)
                .into(new ArrayList<>())
                .stream()
                .flatMap(this::readable)
                // The embedded server may show a piece that somebody has leased since it was found.
                .filter(work -> !work.turn().isAfter(now))
                .toList();
    }

    /** One that cannot be read holds up no other: it is for an operator to look at. */
    private Stream<Work> readable(BsonDocument piece) {
        try {
            return Stream.of(work(piece));
        } catch (BsonInvalidOperationException unreadable) {
            pieces.updateOne(
                    eq("_id", piece.get("_id")),
                    combine(
                            unset(TURN),
                            set(FAULT, "It cannot be read: " + unreadable.getMessage()),
                            set(FAILED, clock.instant())));
            return Stream.empty();
        }
    }

    /** The work with a lease; empty when somebody else has it. */
    Optional<Work> claim(Work work, Duration lease) {
        var until = until(lease);
        var changes = combine(set(TURN, until), set(ATTEMPTS, work.attempts() + 1));
        return change(work, changes)
                ? Optional.of(new Work(
                        work.id(), work.kind(), work.subject(), work.dueAt(), work.attempts() + 1, until, work.data()))
                : Optional.empty();
    }

    /** The same, leased anew. */
    Optional<Work> keep(Work work, Duration lease, BsonDocument progress) {
        var until = until(lease);
        return change(work, combine(set(TURN, until), set(DATA, progress)))
                ? Optional.of(new Work(
                        work.id(), work.kind(), work.subject(), work.dueAt(), work.attempts(), until, progress))
                : Optional.empty();
    }

    /** False when its lease has run out and somebody else has it. */
    boolean done(Work work) {
        return change(
                work, combine(unset(TURN), unset(FAULT), set(DONE, clock.instant()), set(DATA, new BsonDocument())));
    }

    boolean again(Work work, Instant at, String fault) {
        return change(work, combine(set(TURN, at), set(FAULT, fault)));
    }

    boolean fail(Work work, String fault) {
        return change(work, combine(unset(TURN), set(FAULT, fault), set(FAILED, clock.instant())));
    }

    /** What nobody tries any more, the latest first. */
    List<FailedWork> failed(int most) {
        return pieces.find(exists(FAILED)).sort(Sorts.descending(FAILED)).limit(most).into(new ArrayList<>()).stream()
                .map(piece -> new FailedWork(
                        piece.get("_id") instanceof BsonString id ? id.getValue() : String.valueOf(piece.get("_id")),
                        piece.get("dueAt") instanceof BsonDateTime ? instant(piece, "dueAt") : Instant.EPOCH,
                        instant(piece, FAILED),
                        number(piece.get(ATTEMPTS)),
                        piece.getString(FAULT, new BsonString("")).getValue()))
                .toList();
    }

    /** Has it tried again; false when there is no such failed work. */
    boolean replay(String id) {
        var replayed = pieces.updateOne(
                        and(eq("_id", id), exists(FAILED)),
                        combine(unset(FAILED), set(ATTEMPTS, 0), set(TURN, clock.instant())))
                .getMatchedCount();
        onDue.run();
        return replayed > 0;
    }

    /** Since when the oldest of a kind has been due that is not done; null when none is. */
    @Nullable
    Instant oldest(String kind) {
        var piece = pieces.find(and(eq("kind", kind), exists(TURN)))
                .sort(Sorts.ascending(TURN))
                .first();
        return piece == null || instant(piece, "dueAt").isAfter(clock.instant()) ? null : instant(piece, "dueAt");
    }

    /** How many of a kind may be taken now, up to {@value #COUNTED}. */
    long depth(String kind) {
        return pieces.countDocuments(
                and(eq("kind", kind), lte(TURN, clock.instant())), new CountOptions().limit(COUNTED));
    }

    long failures() {
        return pieces.countDocuments(exists(FAILED), new CountOptions().limit(COUNTED));
    }

    /** Forgets what was done long ago. */
    void forget() {
        pieces.deleteMany(lt(DONE, clock.instant().minus(KEPT)));
    }

    private boolean change(Work work, Bson changes) {
        return pieces.updateOne(and(eq("_id", work.id()), eq(TURN, work.turn())), changes)
                        .getMatchedCount()
                == 1;
    }

    private Instant until(Duration lease) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(lease);
    }

    private static Work work(BsonDocument piece) {
        return new Work(
                piece.getString("_id").getValue(),
                piece.getString("kind").getValue(),
                piece.getString("subject").getValue(),
                instant(piece, "dueAt"),
                piece.getInt32(ATTEMPTS, new BsonInt32(0)).getValue(),
                instant(piece, TURN),
                piece.getDocument(DATA, new BsonDocument()));
    }

    private static int number(@Nullable BsonValue value) {
        return value instanceof BsonInt32 number ? number.getValue() : 0;
    }

    private static Instant instant(BsonDocument piece, String field) {
        return Instant.ofEpochMilli(
                piece.getDateTime(field, new BsonDateTime(0)).getValue());
    }
}
