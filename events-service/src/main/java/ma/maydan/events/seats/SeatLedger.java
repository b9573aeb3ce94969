package ma.maydan.events.seats;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one event. At every instant {@code confirmed + free == capacity} and {@code free >= 0}. What is under
 * way is in {@code pending}, so that anybody can bring it to its end after a crash.
 *
 * @param id the event's id
 * @param waiting how many wait, including those under way
 * @param lastPosition the highest place in the waiting list given so far; places only grow
 */
public record SeatLedger(
        @BsonId String id,
        int capacity,
        int confirmed,
        int free,
        int waiting,
        long lastPosition,
        List<Step> pending,
        Instant changedAt) {

    static SeatLedger of(String eventId, int capacity, Instant now) {
        return new SeatLedger(eventId, capacity, 0, capacity, 0, 0, List.of(), now);
    }

    /** What a pending step will do to a registration. */
    public enum Kind {
        /** A seat was taken for a new registration. */
        CLAIM,
        /** A place in the waiting list was given to a new registration. */
        QUEUE,
        /** A free seat was taken for the first who waits. At most one is under way. */
        PROMOTE,
        /** A registration gives back what it holds. */
        CANCEL
    }

    /**
     * One step under way between the ledger and a registration. It counts once: whoever removes it from the ledger
     * books it.
     *
     * @param id unique; the registration that the step changed carries it
     * @param registrationId null while a PROMOTE has not found whom
     * @param position of a QUEUE: the place in the waiting list
     * @param claimant the person of a CLAIM or QUEUE: one may be under way for each
     */
    public record Step(
            String id,
            Kind kind,
            @Nullable String registrationId,
            @Nullable Long position,
            @Nullable String claimant,
            @Nullable String claimantName,
            Instant at) {}
}
