package ma.maydan.events.desk;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.personal.Impersonal;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps how full events were, a small document for each day on which that changed. */
@Component
public class FillStore {

    /** So many days of an event are shown, the last. */
    public static final int MOST = 400;

    private final MongoCollection<Fill> fills;

    FillStore(MongoDatabase database) {
        fills = Readable.collection(database, "seat_fills", Fill.class, Shape.first());
        IndexBuilds.on(fills).createIndex(Indexes.ascending("eventId", "day"));
    }

    @Bean
    static Impersonal fills() {
        return Impersonal.of("seat_fills");
    }

    /** What was kept of the same day before is replaced. */
    void keep(List<Fill> some) {
        if (!some.isEmpty()) {
            fills.bulkWrite(some.stream()
                    .map(fill -> new ReplaceOneModel<>(eq("_id", fill.id()), fill, new ReplaceOptions().upsert(true)))
                    .toList());
        }
    }

    /** The earliest first, of the last {@value #MOST} days on which something changed. */
    public List<Fill> of(String eventId) {
        return Readable.list(fills.find(eq("eventId", eventId))
                        .sort(descending("day"))
                        .limit(MOST))
                .reversed();
    }
}
