package ma.maydan.starter.ownership;

import org.jspecify.annotations.Nullable;

/**
 * Whether an organization is in good standing, since which of its versions: a later one always has a higher number.
 *
 * @param lapsed true where nobody has confirmed it in time: what it has goes on, and nothing new begins; else absent
 */
public record Standing(
        boolean verified, long since, @Nullable Boolean lapsed) {

    /** Of one that is confirmed. */
    public Standing(boolean verified, long since) {
        this(verified, since, null);
    }

    /** Whether something new may begin. */
    boolean isConfirmed() {
        return verified && !Boolean.TRUE.equals(lapsed);
    }
}
