package ma.maydan.events.seats;

import org.jspecify.annotations.Nullable;

/**
 * What the end of a step changes in the counts.
 *
 * @param left the position that waits no more
 */
public record Booking(Move move, @Nullable Long left) {

    /** What becomes of a seat. */
    public enum Move {
        NONE,
        CONFIRMED_TO_FREE,
        HELD_TO_FREE,
        HELD_TO_CONFIRMED
    }

    public static final Booking NOTHING = new Booking(Move.NONE, null);
    public static final Booking SEAT_FREED = new Booking(Move.CONFIRMED_TO_FREE, null);
    public static final Booking HOLD_FREED = new Booking(Move.HELD_TO_FREE, null);
    public static final Booking HOLD_TAKEN = new Booking(Move.HELD_TO_CONFIRMED, null);

    public static Booking left(long position) {
        return new Booking(Move.NONE, position);
    }
}
