package ma.maydan.portal.registrations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an event fills, as events-service tells who runs it.
 *
 * @param days on which something changed, the earliest first
 * @param changes since the last visit; null on the first one
 */
public record EventDesk(String id, List<Day> days, @Nullable Changes changes) {

    /** How it was at the end of a day. */
    public record Day(LocalDate day, int capacity, int confirmed, int waiting) {}

    /** How many registered and gave up. */
    public record Changes(int registered, int cancelled) {

        public boolean isNone() {
            return registered == 0 && cancelled == 0;
        }
    }
}
