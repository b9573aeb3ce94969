package ma.maydan.starter.notice;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Optional;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;

/** The collection {@code notices}. */
final class NoticeStore {

    /** More unread ones are not counted. */
    static final int COUNTED = 100;

    private static final SortedQuery<Notice> LATEST = SortedQuery.descendingBy("at", Notice::at, Notice::id);

    private final MongoCollection<Notice> notices;

    NoticeStore(MongoDatabase database) {
        notices = Readable.collection(database, "notices", Notice.class, Shape.first());
        var indexes = IndexBuilds.on(notices);
        indexes.createIndex(Indexes.compoundIndex(Indexes.ascending("person"), Indexes.descending("at", "_id")));
        indexes.createIndex(Indexes.ascending("unread", "person"), new IndexOptions().sparse(true));
        indexes.createIndex(Indexes.ascending("at"));
    }

    /** Keeps it, once however often it is told. */
    void keep(Notice notice) {
        try {
            notices.insertOne(notice);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    Optional<Notice> find(String id) {
        return Optional.ofNullable(notices.find(eq("_id", id)).first());
    }

    /** A person's, the latest first. */
    Page<Notice> of(String person, Paging paging) {
        return LATEST.page(notices, eq("person", person), paging);
    }

    /** How many a person has not seen, up to {@value #COUNTED}. */
    long unread(String person) {
        return notices.countDocuments(and(eq("unread", true), eq("person", person)), new CountOptions().limit(COUNTED));
    }

    /** Whether the person has such a notice, which counts as seen from now on. */
    boolean read(String person, String id) {
        return notices.updateOne(and(eq("_id", id), eq("person", person)), Updates.unset("unread"))
                        .getMatchedCount()
                > 0;
    }

    /** All that a person has been told up to then count as seen. */
    void readAll(String person, Instant upTo) {
        notices.updateMany(and(eq("unread", true), eq("person", person), lte("at", upTo)), Updates.unset("unread"));
    }
}
