package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import ma.maydan.events.seats.InList;
import ma.maydan.events.seats.SeatLedger;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own active registration, as the page of the event shows it.
 *
 * @param offeredUntil when the offer of a seat ends, which can be taken until then; null for who has none
 * @param cancellable until the event is over
 */
public record MyRegistration(
        String id,
        long version,
        String status,
        @JsonUnwrapped InList inList,
        @Nullable Instant offeredUntil,
        boolean cancellable) {

    /** Whether the person has a seat. */
    boolean isAdmitted() {
        return status.equals("CONFIRMED");
    }

    /** Finds them; registrations know events, and not the other way round. */
    public interface Finder {

        /** @param ledgers of the events that have one, by event */
        Map<String, MyRegistration> byEvent(Collection<Event> events, String personId, Map<String, SeatLedger> ledgers);

        /** Whether the person has a seat or a place in the waiting list. */
        boolean holdsOne(String eventId, String personId);
    }
}
