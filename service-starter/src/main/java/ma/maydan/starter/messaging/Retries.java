package ma.maydan.starter.messaging;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** How often and after which waits a message is tried again, at most 10 seconds apart. */
final class Retries {

    private static final List<Class<? extends Throwable>> AWAY = List.of(
            MongoSocketException.class,
            MongoTimeoutException.class,
            MongoConnectionPoolClearedException.class,
            MongoNotPrimaryException.class,
            MongoNodeIsRecoveringException.class,
            RetriableException.class);

    private Retries() {}

    /** After 0.2, 0.8, 3.2, 10 and 10 seconds; then the message itself is at fault. */
    static BackOff ofMessage() {
        return slowly(new ExponentialBackOffWithMaxRetries(5));
    }

    /** Without end while the database or the broker is away: that is no message's fault. Null for any other failure. */
    static @Nullable BackOff of(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var failure = cause;
            if (AWAY.stream().anyMatch(away -> away.isInstance(failure))) {
                return slowly(new ExponentialBackOff());
            }
        }
        return null;
    }

    private static BackOff slowly(ExponentialBackOff backOff) {
        backOff.setInitialInterval(200);
        backOff.setMultiplier(4);
        backOff.setMaxInterval(10_000);
        return backOff;
    }
}
