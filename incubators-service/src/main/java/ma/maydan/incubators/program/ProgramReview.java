package ma.maydan.incubators.program;

import java.time.Instant;
import ma.maydan.starter.lifecycle.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster decided on a program that was submitted, who did and why.
 *
 * @param reason given when changes are requested
 */
public record ProgramReview(
        Outcome outcome,
        String decidedBy,
        Instant at,
        @Nullable Reason reason) {

    /** The status that the decision led to. */
    public enum Outcome {
        PUBLISHED,
        CHANGES_REQUESTED
    }
}
