package ma.maydan.starter.mongo;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.List;
import ma.maydan.starter.problem.Outage;

/**
 * The database cannot be reached, elects, shuts down, or has no connection to spare; also when it cannot say that a
 * write will last. What it refuses, such as a value that another document has, is no outage.
 */
public final class DatabaseAway implements Outage {

    private static final List<Class<? extends Exception>> AWAY = List.of(
            MongoSocketException.class,
            MongoTimeoutException.class,
            MongoConnectionPoolClearedException.class,
            MongoServerUnavailableException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class,
            MongoWriteConcernException.class,
            MongoInterruptedException.class);

    @Override
    public boolean causes(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var one = cause;
            if (AWAY.stream().anyMatch(away -> away.isInstance(one))) {
                return true;
            }
        }
        return false;
    }
}
