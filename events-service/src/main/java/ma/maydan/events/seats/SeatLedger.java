package ma.maydan.events.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The seats of one event. What is under way is in {@code pending}, so that anybody can bring it to its end after a
 * crash.
 *
 * @param id the event's id
 * @param version grows with each write
 */
public record SeatLedger(
        @BsonId String id,
        long version,
        Seats seats,
        WaitingList list,
        Opening opening,
        List<Step> pending,
        Instant changedAt) {

    /** At every instant {@code confirmed + free == capacity} and {@code free >= 0}. */
    public record Seats(int capacity, int confirmed, int free) {

        private Seats taken() {
            return new Seats(capacity, confirmed + 1, free - 1);
        }

        private Seats freed() {
            return new Seats(capacity, confirmed - 1, free + 1);
        }
    }

    /**
     * Who waits.
     *
     * @param waiting how many, including those under way
     * @param lastPosition the highest position given so far; positions only grow
     * @param places null in a ledger written before ledgers kept them
     */
    public record WaitingList(
            int waiting, long lastPosition, @Nullable Places places) {

        static final WaitingList EMPTY = new WaitingList(0, 0, Places.NONE);

        private WaitingList joined() {
            return new WaitingList(waiting + 1, lastPosition + 1, known());
        }

        private WaitingList left(long position) {
            return new WaitingList(waiting - 1, lastPosition, known().without(position));
        }

        private Places known() {
            return places == null ? new Places(lastPosition - waiting, null) : places;
        }
    }

    /**
     * Whether seats are given.
     *
     * @param closesAt when the event begins and no seat is given any more; null when nothing says
     * @param closed true when the event is cancelled
     * @param seatsToGive true while somebody waits, a seat is free, and seats are given, else absent
     */
    public record Opening(
            @Nullable Instant closesAt,
            @Nullable Boolean closed,
            @Nullable Boolean seatsToGive) {

        private boolean at(Instant now) {
            return !Boolean.TRUE.equals(closed) && (closesAt == null || closesAt.isAfter(now));
        }
    }

    static SeatLedger of(String eventId, int capacity, Instant closesAt, Instant now) {
        var all = new Seats(capacity, 0, capacity);
        return new SeatLedger(eventId, 1, all, WaitingList.EMPTY, new Opening(closesAt, null, null), List.of(), now);
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
     * Who asks for a seat.
     *
     * @param registrationId the same for each repetition of the request
     * @param bodyHash of the request, for its repetitions
     */
    public record Claimant(
            String registrationId,
            String person,
            @Nullable String name,
            @Nullable String bodyHash) {}

    /**
     * One step under way between the ledger and a registration. It counts once: whoever removes it from the ledger
     * books it.
     *
     * @param id unique; the registration that the step changed carries it
     * @param registrationId null while a PROMOTE has not found whom
     * @param position of a QUEUE: the place in the waiting list; of a PROMOTE: the last place that it may serve
     * @param place of a QUEUE: how many waited then, with this one
     * @param claimant who asks, of a CLAIM or QUEUE: one may be under way for each person
     */
    public record Step(
            String id,
            Kind kind,
            @Nullable String registrationId,
            @Nullable Long position,
            @Nullable Long place,
            @Nullable Claimant claimant,
            Instant at) {

        private static Step of(Kind kind, @Nullable String registrationId, @Nullable Long position, Instant now) {
            return new Step(newId(), kind, registrationId, position, null, null, now);
        }

        private static Step of(
                Kind kind, Claimant claimant, @Nullable Long position, @Nullable Long place, Instant now) {
            return new Step(newId(), kind, claimant.registrationId, position, place, claimant, now);
        }

        private static String newId() {
            return UUID.randomUUID().toString();
        }
    }

    /** What came of asking for a seat. */
    public sealed interface Taking {

        /** A seat, or the last place in the waiting list. */
        record Given(Step step) implements Taking {}

        /** Another request of the same person is on its way. */
        record UnderWay(Step step) implements Taking {}

        /** No seat is given any more. */
        record Closed() implements Taking {}
    }

    /**
     * What the end of a step changes in the counts.
     *
     * @param seatFreed a seat is free again
     * @param left the position that waits no more
     */
    public record Booking(boolean seatFreed, @Nullable Long left) {

        public static final Booking NOTHING = new Booking(false, null);
        public static final Booking SEAT_FREED = new Booking(true, null);

        public static Booking left(long position) {
            return new Booking(false, position);
        }
    }

    /** The ledger after a rule, and what the rule answers. A ledger that stays the same is the same object. */
    record Outcome<R>(SeatLedger ledger, R result) {}

    /** The place in the waiting list of a position that waits: 1 is next. */
    public long place(long position) {
        return list.known().of(position);
    }

    /** A seat when one is free and nobody waits for it, else the last place in the list. */
    Outcome<Taking> take(Claimant claimant, Instant now) {
        for (var step : pending) {
            if (step.claimant != null && claimant.person.equals(step.claimant.person)) {
                return new Outcome<>(this, new Taking.UnderWay(step));
            }
        }
        if (!isOpen(now)) {
            return new Outcome<>(this, new Taking.Closed());
        }
        if (seats.free > 0 && list.waiting == 0) {
            var seat = Step.of(Kind.CLAIM, claimant, null, null, now);
            return new Outcome<>(begun(seat, seats.taken(), list), new Taking.Given(seat));
        }
        var joined = list.joined();
        var place = Step.of(Kind.QUEUE, claimant, joined.lastPosition, (long) joined.waiting, now);
        return new Outcome<>(begun(place, seats, joined), new Taking.Given(place));
    }

    Outcome<Step> cancel(String registrationId, Instant now) {
        var step = Step.of(Kind.CANCEL, registrationId, null, now);
        return new Outcome<>(begun(step, seats, list), step);
    }

    /** A free seat for the first who waits, when no other is being given and nobody is on the way to the list. */
    Outcome<Optional<Step>> promote(Instant now) {
        var busy = pending.stream().anyMatch(step -> step.kind == Kind.PROMOTE || step.kind == Kind.QUEUE);
        if (busy || !hasSeatsToGive() || !isOpen(now)) {
            return new Outcome<>(this, Optional.empty());
        }
        var step = Step.of(Kind.PROMOTE, null, list.lastPosition, now);
        return new Outcome<>(begun(step, seats.taken(), list), Optional.of(step));
    }

    /** Ends a step, once however often it is called. */
    SeatLedger end(String stepId, Booking booking) {
        if (pending.stream().noneMatch(step -> step.id.equals(stepId))) {
            return this;
        }
        var left = booking.left;
        return new SeatLedger(
                id,
                version,
                booking.seatFreed ? seats.freed() : seats,
                left == null ? list : list.left(left),
                opening,
                pending.stream().filter(step -> !step.id.equals(stepId)).toList(),
                changedAt);
    }

    /** Without these steps, which changed nothing that is not booked already. */
    SeatLedger withoutSteps(Collection<String> stepIds) {
        var ledger = this;
        for (var stepId : stepIds) {
            ledger = ledger.end(stepId, Booking.NOTHING);
        }
        return ledger;
    }

    SeatLedger close(Instant now) {
        return Boolean.TRUE.equals(opening.closed)
                ? this
                : marked(version, list, new Opening(opening.closesAt, true, null), now);
    }

    /** Gives seats until another time. */
    SeatLedger until(Instant closesAt, Instant now) {
        return closesAt.equals(opening.closesAt)
                ? this
                : marked(version, list, new Opening(closesAt, opening.closed, null), now);
    }

    /** Whether seats are given: neither begun nor cancelled. Once closed it stays so. */
    public boolean isOpen(Instant now) {
        return opening.at(now);
    }

    /** Without the mark of seats to give, when none is given any more. */
    SeatLedger settle(Instant now) {
        return opening.seatsToGive == null || isOpen(now) ? this : marked(version, list, opening, now);
    }

    /** With the places that its rows tell of. */
    SeatLedger withPlaces(Places counted) {
        return marked(version, new WaitingList(list.waiting, list.lastPosition, counted), opening, changedAt);
    }

    /** As it is written next. */
    SeatLedger written(Instant now) {
        return marked(version + 1, list, opening, now);
    }

    public boolean hasSeatsToGive() {
        return seats.free > 0 && list.waiting > 0;
    }

    /** After the beginning of a step. */
    private SeatLedger begun(Step step, Seats seatsNow, WaitingList listNow) {
        var steps = new ArrayList<>(pending);
        steps.add(step);
        return new SeatLedger(id, version, seatsNow, listNow, opening, List.copyOf(steps), changedAt);
    }

    private SeatLedger marked(long versionNow, WaitingList listNow, Opening next, Instant now) {
        var toGive = hasSeatsToGive() && next.at(now) ? true : null;
        var marked = new Opening(next.closesAt, next.closed, toGive);
        var counted = new WaitingList(listNow.waiting, listNow.lastPosition, listNow.known());
        return new SeatLedger(id, versionNow, seats, counted, marked, pending, now);
    }
}
