package ma.maydan.events.seats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether seats are given.
 *
 * @param closed true when the event is cancelled
 * @param seatsToGive true while somebody waits, a seat is free, and seats are given, else absent
 */
public record Opening(
        Terms terms, @Nullable Boolean closed, @Nullable Boolean seatsToGive) {

    boolean at(Instant now) {
        return !isClosed() && terms.at(now);
    }

    boolean isClosed() {
        return Boolean.TRUE.equals(closed);
    }

    Opening with(Terms newer) {
        return new Opening(newer, closed, seatsToGive);
    }
}
