package ma.maydan.incubators.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case, as both sides see it.
 *
 * @param by who took it, for the staff; null for the clock
 */
public record Happening(What what, Instant at, @Nullable String by) {

    /** What happened. */
    public enum What {
        SUBMITTED,
        TAKEN,
        RELEASED,
        INFO_REQUESTED,
        INFO_PROVIDED,
        REMINDED,
        WITHDRAWN,
        VERIFIED,
        REJECTED,
        APPEALED,
        APPEAL_ACCEPTED,
        APPEAL_DISMISSED
    }
}
