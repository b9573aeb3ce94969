package ma.maydan.events.seats;

import org.jspecify.annotations.Nullable;

/**
 * Who waits.
 *
 * @param waiting how many, including those under way
 * @param lastPosition the highest position given so far; positions only grow
 * @param turns how often it has been the turn of the first who waited; each service of the list has its number
 * @param places null in a ledger written before ledgers kept them
 */
public record WaitingList(
        int waiting,
        long lastPosition,
        long turns,
        @Nullable Places places) {

    static final WaitingList EMPTY = new WaitingList(0, 0, 0, Places.NONE);

    WaitingList joined() {
        return new WaitingList(waiting + 1, lastPosition + 1, turns, known());
    }

    WaitingList left(long position) {
        return new WaitingList(waiting - 1, lastPosition, turns, known().without(position));
    }

    WaitingList turned() {
        return new WaitingList(waiting, lastPosition, turns + 1, places);
    }

    WaitingList with(Places counted) {
        return new WaitingList(waiting, lastPosition, turns, counted);
    }

    Places known() {
        return places == null ? new Places(lastPosition - waiting, null) : places;
    }
}
