package ma.maydan.events.seats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a step changes in the counts.
 *
 * @param left the place that nobody waits in any more
 * @param parts that are not taken any more, see {@link Part}
 */
public record Booking(Move move, @Nullable Spot left, List<String> parts) {

    /** What becomes of a seat. */
    public enum Move {
        NONE,
        CONFIRMED_TO_FREE,
        HELD_TO_FREE,
        HELD_TO_CONFIRMED
    }

    public static final Booking NOTHING = of(Move.NONE);
    public static final Booking SEAT_FREED = of(Move.CONFIRMED_TO_FREE);
    public static final Booking HOLD_FREED = of(Move.HELD_TO_FREE);
    public static final Booking HOLD_TAKEN = of(Move.HELD_TO_CONFIRMED);

    private static Booking of(Move move) {
        return new Booking(move, null, List.of());
    }

    public static Booking left(Spot spot) {
        return new Booking(Move.NONE, spot, List.of());
    }

    public Booking giving(List<String> back) {
        return back.isEmpty() ? this : new Booking(move, left, back);
    }
}
