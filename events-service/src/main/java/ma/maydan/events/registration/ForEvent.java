package ma.maydan.events.registration;

import java.time.Instant;
import ma.maydan.events.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * What a registration is for.
 *
 * @param startsAt of the event, which follows when that is moved, for the person's list; null for one from before it
 *     was kept, as {@code endsAt}
 */
public record ForEvent(
        String id, @Nullable Instant startsAt, @Nullable Instant endsAt) {

    static ForEvent of(String id, @Nullable Event event) {
        return event == null
                ? new ForEvent(id, null, null)
                : new ForEvent(id, event.startsAt(), event.schedule().endsAt());
    }
}
