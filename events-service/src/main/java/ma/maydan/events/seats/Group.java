package ma.maydan.events.seats;

import org.jspecify.annotations.Nullable;

/**
 * Places that are served together or not at all; they follow each other.
 *
 * @param lane null in the order of arrival, where the numbers are positions
 * @param from the first number
 * @param to the last
 */
public record Group(@Nullable Long lane, long from, long to) {

    static Group of(Spot first, Spot last) {
        var from = first.rank();
        var to = last.rank();
        return from == null || to == null
                ? new Group(null, first.position(), last.position())
                : new Group(from.lane(), from.number(), to.number());
    }
}
