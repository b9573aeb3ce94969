package ma.maydan.portal.registrations;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A seat at an event, or a place in its waiting list.
 *
 * @param eventStartsAtLocal by the clock of the event's own zone; null when the event is not known
 * @param position in the waiting list, 1 is next
 * @param personName for the hosts of the event
 */
public record Registration(
        String id,
        long version,
        String eventId,
        @Nullable LocalizedText eventTitle,
        @Nullable LocalDateTime eventStartsAtLocal,
        @Nullable String eventZone,
        @Nullable String personName,
        String status,
        @Nullable Long position,
        Instant registeredAt,
        List<String> allowedTransitions) {

    public boolean isCancellable() {
        return allowedTransitions.contains("cancel");
    }
}
