package ma.maydan.events.seats;

import org.jspecify.annotations.Nullable;

/**
 * A place in the waiting list.
 *
 * @param position of who comes to the list: theirs; of a turn: the last that it may serve
 * @param place how many waited, with this one, when it was given; null for a turn
 * @param turn how many turns had begun then, with this one
 */
public record Spot(long position, @Nullable Long place, long turn) {}
