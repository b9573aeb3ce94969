package ma.maydan.incubators.casefile;

import java.time.Instant;
import java.time.LocalDate;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.time.Morocco;
import org.jspecify.annotations.Nullable;

/**
 * What is to end an organization in the register, or has ended it.
 *
 * @param on from which day: until then one that is to be revoked is heard; of one that is retired, when it ended
 * @param minutes what the cluster has written down of it; null for a retirement
 * @param by who has proposed it, or retired it
 * @param hearing what an owner says against a revocation; null for nothing
 */
public record Ending(
        LocalDate on,
        Reason reason,
        @Nullable String minutes,
        String by,
        Instant at,
        @Nullable Hearing hearing) {

    /** For how long an organization is heard at least. */
    public static final int HEARD_DAYS = 8;

    /** What an owner says. */
    public record Hearing(String text, String by, Instant at) {}

    public Ending heard(Hearing said) {
        return new Ending(on, reason, minutes, by, at, said);
    }

    /** When the organization is heard no more. */
    public Instant begins() {
        return on.atStartOfDay(Morocco.ZONE).toInstant();
    }
}
