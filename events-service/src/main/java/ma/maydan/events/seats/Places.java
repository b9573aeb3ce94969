package ma.maydan.events.seats;

import java.util.BitSet;
import java.util.Collection;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The places of a waiting list: which of the positions that were given still wait. Positions only grow, and the front
 * moves on, so one bit for each position behind it suffices: 100,000 people are 12 kB.
 *
 * @param front every position up to this one has left the list
 * @param left bit 0 is the position behind the front, set when it has left; null when none behind the front has
 */
public record Places(long front, @Nullable Binary left) {

    static final Places NONE = new Places(0, null);

    /** Of a list in which these positions wait, of all up to the last. */
    static Places of(Collection<Long> waiting, long lastPosition) {
        var bits = new BitSet();
        bits.set(0, Math.toIntExact(lastPosition));
        waiting.stream()
                .filter(position -> position > 0)
                .forEach(position -> bits.clear(Math.toIntExact(position - 1)));
        return moved(0, bits);
    }

    /** 1 for who is next; only for a position that waits. */
    long of(long position) {
        var before = Math.toIntExact(Math.max(0, position - front - 1));
        return before + 1 - bits().get(0, before).cardinality();
    }

    /** How many of the positions up to one that was given still wait. */
    long waiting(long lastPosition) {
        var behind = Math.toIntExact(Math.max(0, lastPosition - front));
        return behind - bits().get(0, behind).cardinality();
    }

    /** The same without this position; one that has left changes nothing. */
    Places without(long position) {
        if (position <= front) {
            return this;
        }
        var bits = bits();
        bits.set(Math.toIntExact(position - front - 1));
        return moved(front, bits);
    }

    private static Places moved(long front, BitSet left) {
        var gone = left.nextClearBit(0);
        var behind = left.get(gone, Math.max(gone, left.length()));
        return new Places(front + gone, behind.isEmpty() ? null : new Binary(behind.toByteArray()));
    }

    private BitSet bits() {
        return left == null ? new BitSet() : BitSet.valueOf(left.getData());
    }
}
