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
 * @param order of those who come to the waiting list
 * @param quotas what of the seats is for some alone
 */
public record Terms(
        long version,
        int capacity,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        boolean offered,
        WaitingOrder order,
        Quotas quotas) {

    public Terms {
        order = order == null ? WaitingOrder.ARRIVAL : order;
        quotas = quotas == null ? Quotas.NONE : quotas;
    }

    /** With a waiting list in the order of arrival, and all seats for all. */
    public Terms(long version, int capacity, @Nullable Instant opensAt, @Nullable Instant closesAt, boolean offered) {
        this(version, capacity, opensAt, closesAt, offered, WaitingOrder.ARRIVAL, Quotas.NONE);
    }

    boolean opensAfter(Instant now) {
        return opensAt != null && opensAt.isAfter(now);
    }

    boolean at(Instant now) {
        return !opensAfter(now) && (closesAt == null || closesAt.isAfter(now));
    }
}
