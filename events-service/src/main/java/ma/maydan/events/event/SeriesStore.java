package ma.maydan.events.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.personal.Impersonal;
import ma.maydan.starter.problem.ProblemException;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps the series. */
@Component
class SeriesStore {

    private static final String WAITING = "waiting";
    private static final String CHANGED = "changedAt";
    private static final int SWEPT = 100;

    private final MongoCollection<Series> collection;

    SeriesStore(MongoDatabase database) {
        collection = Readable.collection(database, "series", Series.class, Shape.first());
        IndexBuilds.on(collection).createIndex(Indexes.ascending(WAITING, CHANGED), new IndexOptions().sparse(true));
    }

    /** Who takes a step is not kept. */
    @Bean
    static Impersonal seriesOfEvents() {
        return Impersonal.of("series");
    }

    Optional<Series> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first());
    }

    /** @throws ProblemException 409 {@code series-already} when there is one of this id */
    void insert(Series series) {
        try {
            collection.insertOne(series);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw ProblemException.conflict("series-already");
            }
            throw e;
        }
    }

    /** Changes it, whoever else does. */
    Series change(String id, UnaryOperator<Series> change) {
        while (true) {
            var before = find(id).orElseThrow(() -> new IllegalStateException("There is no series " + id));
            var after = change.apply(before);
            if (collection
                            .replaceOne(and(eq("_id", id), eq("version", before.version())), after)
                            .getMatchedCount()
                    == 1) {
                return after;
            }
        }
    }

    /** Some with a step that came before then, and that not all dates may have taken. */
    List<Series> waiting(Instant before) {
        return Readable.list(
                collection.find(and(eq(WAITING, true), lte(CHANGED, before))).limit(SWEPT));
    }
}
