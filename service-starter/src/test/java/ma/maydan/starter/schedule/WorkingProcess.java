package ma.maydan.starter.schedule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/** An instance to be killed: does the work of one database until it ends. */
final class WorkingProcess {

    static final Duration LEASE = Duration.ofSeconds(3);

    private WorkingProcess() {}

    /** Arguments: the connection string, the database. */
    public static void main(String[] args) {
        var database = MongoClients.create(args[0]).getDatabase(args[1]);
        var store = new WorkStore(database, Clock.systemUTC());
        new Workers(store, Clock.systemUTC(), List.of(new Counting(database.getCollection("effects")))).start();
        while (true) {
            LockSupport.park();
        }
    }

    private record Counting(MongoCollection<Document> effects) implements WorkHandler {

        @Override
        public String kind() {
            return "count";
        }

        @Override
        public Duration lease() {
            return LEASE;
        }

        @Override
        public void run(Work work, Lease lease) throws Exception {
            try {
                effects.updateOne(
                        and(eq("_id", work.subject()), ne("work", work.id())),
                        Updates.combine(
                                Updates.inc("times", 1),
                                Updates.set("work", work.id()),
                                Updates.set(
                                        "late",
                                        Duration.between(work.dueAt(), Instant.now())
                                                .toMillis())),
                        new UpdateOptions().upsert(true));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                // It has had its effect.
            }
            Thread.sleep(2);
        }
    }
}
