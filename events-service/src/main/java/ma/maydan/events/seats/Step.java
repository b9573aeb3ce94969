package ma.maydan.events.seats;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step under way between the ledger and a registration. It counts once: whoever removes it from the ledger books
 * it.
 *
 * @param id unique; the registration that the step changed carries it
 * @param registrationId null while a turn has not found whom, and of a RESIZE
 * @param spot of a place that is given, or a turn of the list
 * @param claimant who asks, of a new registration: one may be under way for each person
 */
public record Step(
        String id,
        Kind kind,
        @Nullable String registrationId,
        @Nullable Spot spot,
        @Nullable Claimant claimant,
        Wish wish,
        Instant at) {

    public Step {
        wish = wish == null ? Wish.NOTHING : wish;
    }

    /** What it will do to a registration. */
    public enum Kind {
        /** A seat was taken, for a new registration or for one that the host has approved. */
        CLAIM,
        /** A place in the waiting list was given, likewise. */
        QUEUE,
        /** A free seat was taken for the first who waits. At most one turn of the list is under way. */
        PROMOTE,
        /** A free seat is held for the first who waits, until that person has answered. */
        OFFER,
        /** Who was offered a seat takes it. */
        ACCEPT,
        /** Who was offered a seat has not answered in time. */
        EXPIRE,
        /** Who has a seat chooses other options. */
        CHOOSE,
        /** A registration gives back what it holds. */
        CANCEL,
        /** A seat that an organization held for a name that did not come in time is given back. */
        RELEASE,
        /** A seat that is kept for an organization was taken for a member of it who waits. */
        KEPT,
        /** The event is about to have fewer seats or other quotas: until it does, no more than these are given. */
        RESIZE
    }

    static Step of(Claimant claimant, @Nullable Spot place, Wish wish, Instant now) {
        return new Step(newId(), kindOf(place), claimant.registrationId(), place, claimant, wish, now);
    }

    /** For a registration that is there and waits for its approval. */
    static Step approved(String registrationId, @Nullable Spot place, Wish wish, Instant now) {
        return new Step(newId(), kindOf(place), registrationId, place, null, wish, now);
    }

    static Step turn(boolean offered, Spot last, Instant now) {
        return new Step(newId(), offered ? Kind.OFFER : Kind.PROMOTE, null, last, null, Wish.NOTHING, now);
    }

    /** An answer to an offer, another choice, or the end of a registration. */
    static Step of(Kind kind, String registrationId, Wish wish, long turn, Instant now) {
        return new Step(newId(), kind, registrationId, new Spot(0, null, turn), null, wish, now);
    }

    static Step resize(int capacity, Quotas quotas, Instant now) {
        return new Step(newId(), Kind.RESIZE, null, null, null, new Wish(List.of(), capacity, quotas), now);
    }

    /** The same for who takes another of the seats that one organization may take. */
    public Step by(Claimant other) {
        return new Step(id, kind, registrationId, spot, other, wish, at);
    }

    private static Kind kindOf(@Nullable Spot place) {
        return place == null ? Kind.CLAIM : Kind.QUEUE;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Whether it is somebody's turn by it. */
    public boolean isTurn() {
        return kind == Kind.PROMOTE || kind == Kind.OFFER;
    }

    public @Nullable Long position() {
        return spot == null ? null : Long.valueOf(spot.position());
    }

    public @Nullable Long place() {
        return spot == null ? null : spot.place();
    }

    /** See {@link Spot}; null in a ledger from before turns were counted. */
    public @Nullable Long turn() {
        return spot == null ? null : Long.valueOf(spot.turn());
    }
}
