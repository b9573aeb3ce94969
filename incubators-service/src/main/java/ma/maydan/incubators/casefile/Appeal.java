package ma.maydan.incubators.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import ma.maydan.starter.lifecycle.Reason;
import org.jspecify.annotations.Nullable;

/**
 * That an organization asks for its rejection to be looked at by somebody else, once.
 *
 * @param text why the rejection is wrong, as its owner says
 * @param answer null while it waits
 */
public record Appeal(
        String text, String by, Instant at, @Nullable Answer answer) {

    /** From the rejection on; whoever is rejected is as long from being heard again without one. */
    public static final Duration WITHIN = Duration.ofDays(30);

    /** After which it is to be decided. */
    private static final int DAYS = 30;

    /**
     * What became of it.
     *
     * @param accepted whether the organization may submit again at once
     * @param reason null for one that was accepted
     */
    public record Answer(boolean accepted, @Nullable Reason reason, String by, Instant at) {}

    public static Appeal of(String text, String by, Instant now) {
        return new Appeal(text, by, now, null);
    }

    Appeal answered(Answer given) {
        return new Appeal(text, by, at, given);
    }

    public boolean isOpen() {
        return answer == null;
    }

    public boolean isAccepted() {
        return answer != null && answer.accepted;
    }

    /** The last day on which it is to be decided, in Morocco. */
    LocalDate dueOn() {
        return Submission.day(at).plusDays(DAYS);
    }
}
