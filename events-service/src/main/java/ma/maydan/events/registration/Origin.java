package ma.maydan.events.registration;

import java.time.Instant;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Spot;
import ma.maydan.events.seats.Step;
import org.jspecify.annotations.Nullable;

/**
 * How it was made.
 *
 * @param step the ledger step that made it; empty for one that asked for approval
 * @param spot the place in the waiting list, kept when it has left; null when it got a seat at once
 * @param asked true when it waited for the host's approval first, else absent
 * @param bodyHash of the request that made it; null for one made before registrations kept it
 */
public record Origin(
        String step,
        @Nullable Spot spot,
        @Nullable Boolean asked,
        @Nullable String bodyHash,
        Instant registeredAt) {

    static Origin asking(@Nullable String bodyHash, Instant now) {
        return new Origin("", null, true, bodyHash, now);
    }

    static Origin of(Step step, @Nullable String bodyHash, Instant now) {
        return new Origin(step.id(), step.spot(), null, bodyHash, now);
    }

    Origin approved(Step by) {
        return new Origin(by.id(), by.spot(), asked, bodyHash, registeredAt);
    }

    @Nullable
    Long firstPlace() {
        return spot == null ? null : spot.place();
    }

    Status first() {
        if (Boolean.TRUE.equals(asked)) {
            return Status.PENDING_APPROVAL;
        }
        return firstPlace() == null ? Status.CONFIRMED : Status.WAITLISTED;
    }
}
