package ma.maydan.starter.messaging;

import org.jspecify.annotations.Nullable;

/** A message that no retry can make readable. */
public final class PoisonMessageException extends RuntimeException {
    public PoisonMessageException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
