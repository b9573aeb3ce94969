package ma.maydan.events.seats;

import org.jspecify.annotations.Nullable;

/**
 * A place in the waiting list.
 *
 * @param position of who comes to the list: the how many-th they are; of a turn: the last that it may serve
 * @param place how many waited up to this one, with it, when it was given; null for a turn
 * @param turn how many turns had begun then, with this one
 * @param rank null in the order of arrival, and for a turn
 */
public record Spot(
        long position,
        @Nullable Long place,
        long turn,
        @Nullable Rank rank) {

    /** One that was not kept, and is before the front of every list. */
    public static final Spot UNKNOWN = new Spot(0, null, 0);

    /** In the order of arrival. */
    public Spot(long position, @Nullable Long place, long turn) {
        this(position, place, turn, null);
    }
}
