package ma.maydan.portal.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The visitor's own registration for an event.
 *
 * @param position in the waiting list, 1 is next
 * @param firstPosition the one that it had when it came to the list
 * @param turnsSince how many seats the list has been given since
 * @param offeredUntil until when the seat that is offered can be taken
 * @param cancellable whether it can be given up
 */
public record MyRegistration(
        String id,
        long version,
        String status,
        @Nullable Long position,
        @Nullable Long firstPosition,
        @Nullable Long turnsSince,
        @Nullable Instant offeredUntil,
        boolean cancellable) {

    public boolean isPending() {
        return status.equals("PENDING_APPROVAL");
    }

    public boolean isOffered() {
        return status.equals("OFFERED");
    }

    public boolean isSeat() {
        return status.equals("CONFIRMED");
    }

    public boolean waits() {
        return status.equals("WAITLISTED");
    }
}
