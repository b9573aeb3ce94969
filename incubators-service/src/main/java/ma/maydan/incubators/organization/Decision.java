package ma.maydan.incubators.organization;

import java.time.Instant;
import ma.maydan.starter.lifecycle.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on an organization, by whom and why.
 *
 * @param reason given with every negative decision, and with trust
 */
public record Decision(
        Outcome outcome,
        String decidedBy,
        Instant at,
        @Nullable Reason reason) {

    /** What the decision led to; a reinstatement leads back to verified, trust and changes of the profile change no status. */
    public enum Outcome {
        VERIFIED,
        REJECTED,
        SUSPENDED,
        REINSTATED,
        TRUSTED,
        DISTRUSTED,
        CHANGE_ACCEPTED,
        CHANGE_RETURNED,
        REVOKED,
        RETIRED
    }
}
