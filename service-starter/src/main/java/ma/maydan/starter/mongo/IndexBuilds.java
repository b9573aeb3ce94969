package ma.maydan.starter.mongo;

import com.mongodb.client.MongoCollection;
import java.util.concurrent.TimeUnit;

/** Asks for indexes, which are there at once or take as long as a large collection takes. */
public final class IndexBuilds {

    /** As long as an orchestrator waits for an application to start. */
    private static final long MINUTES = 10;

    private IndexBuilds() {}

    /** The collection with time to build an index in, however short the driver waits for other answers. */
    public static <T> MongoCollection<T> on(MongoCollection<T> collection) {
        return collection.withTimeout(MINUTES, TimeUnit.MINUTES);
    }
}
