package ma.maydan.incubators.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at one side of an organization.
 *
 * @param reason why it is waived, or what was found; null for nothing to say
 */
public record Check(Of check, Result result, @Nullable String reason, String by, Instant at) {

    /** What is looked at before an organization is verified. */
    public enum Of {
        REGISTER_EXTRACT,
        LEGAL_REPRESENTATIVE,
        ADDRESS,
        ACTIVITY,
        SANCTIONS
    }

    /** What can come of it. */
    public enum Result {
        PASS,
        FAIL,
        /** It need not be looked at, for the reason that is given. */
        WAIVED
    }

    boolean isPassed() {
        return result != Result.FAIL;
    }
}
