package ma.maydan.events.registration;

import java.time.Instant;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Step;
import org.jspecify.annotations.Nullable;

/**
 * How it was made.
 *
 * @param step the ledger step that made it; empty for one that asked for approval
 * @param position the place in the waiting list, kept when it has left; places only grow, lower is served first
 * @param firstPlace how many waited, with this one, when it came to the list; null when it got a seat at once
 * @param turn how many turns of the list had begun then; null for one made before they were counted
 * @param asked true when it waited for the host's approval first, else absent
 * @param bodyHash of the request that made it; null for one made before registrations kept it
 */
public record Origin(
        String step,
        @Nullable Long position,
        @Nullable Long firstPlace,
        @Nullable Long turn,
        @Nullable Boolean asked,
        @Nullable String bodyHash,
        Instant registeredAt) {

    static Origin asking(@Nullable String bodyHash, Instant now) {
        return new Origin("", null, null, null, true, bodyHash, now);
    }

    static Origin of(Step step, @Nullable String bodyHash, Instant now) {
        return new Origin(step.id(), step.position(), step.place(), step.turn(), null, bodyHash, now);
    }

    Origin approved(Step by) {
        return new Origin(by.id(), by.position(), by.place(), by.turn(), asked, bodyHash, registeredAt);
    }

    Status first() {
        if (Boolean.TRUE.equals(asked)) {
            return Status.PENDING_APPROVAL;
        }
        return firstPlace == null ? Status.CONFIRMED : Status.WAITLISTED;
    }
}
