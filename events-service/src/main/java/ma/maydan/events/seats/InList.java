package ma.maydan.events.seats;

import org.jspecify.annotations.Nullable;

/**
 * How somebody fares in the waiting list.
 *
 * @param position 1 is next; absent for who does not wait
 * @param firstPosition the one that they had when they came to the list; absent for who never did
 * @param turnsSince how many seats the list has been given since; absent for who does not wait, as {@code waitingOrder}
 */
public record InList(
        @Nullable Long position,
        @Nullable Long firstPosition,
        @Nullable Long turnsSince,
        @Nullable WaitingOrder waitingOrder) {

    /** Of somebody who does not wait. */
    public static InList left(@Nullable Long firstPosition) {
        return new InList(null, firstPosition, null, null);
    }

    /** Of somebody who has just asked; null for who has not come to the list. */
    public static InList first(@Nullable Long place, @Nullable WaitingOrder order) {
        return place == null ? left(null) : new InList(place, place, 0L, order);
    }

    /** Of somebody who waits in this list. */
    public static InList of(Spot spot, SeatLedger ledger) {
        return new InList(
                ledger.place(spot),
                spot.place(),
                ledger.list().turns() - spot.turn(),
                ledger.opening().terms().order());
    }
}
