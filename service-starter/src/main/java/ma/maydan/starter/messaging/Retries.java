package ma.maydan.starter.messaging;

import ma.maydan.starter.mongo.DatabaseAway;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** How often and after which waits a message is tried again, at most 10 seconds apart. */
final class Retries {

    private static final DatabaseAway DATABASE = new DatabaseAway();

    private Retries() {}

    /** After 0.2, 0.8, 3.2, 10 and 10 seconds; then the message itself is at fault. */
    static BackOff ofMessage() {
        return slowly(new ExponentialBackOffWithMaxRetries(5));
    }

    /** Without end while the database or the broker is away: that is no message's fault. Null for any other failure. */
    static @Nullable BackOff of(Exception e) {
        if (DATABASE.causes(e)) {
            return slowly(new ExponentialBackOff());
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
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
