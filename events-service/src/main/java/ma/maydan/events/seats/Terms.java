package ma.maydan.events.seats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the event says of its seats.
 *
 * @param version of the event that said so: later words count
 * @param capacity 1 to 100,000
 * @param opensAt before which no seat is given; null for none
 * @param closesAt from when on no seat is given any more; null when nothing says
 * @param offered whether a seat that becomes free is offered to the first who waits, or given
 */
public record Terms(
        long version,
        int capacity,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        boolean offered) {

    boolean at(Instant now) {
        return (opensAt == null || !opensAt.isAfter(now)) && (closesAt == null || closesAt.isAfter(now));
    }
}
