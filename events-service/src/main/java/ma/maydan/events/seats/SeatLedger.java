package ma.maydan.events.seats;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ma.maydan.events.seats.Step.Kind;
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

    static SeatLedger of(String eventId, Terms terms, Instant now) {
        var opening = new Opening(terms, null, null);
        return new SeatLedger(eventId, 1, Seats.of(terms.capacity()), WaitingList.EMPTY, opening, List.of(), now);
    }

    /** The ledger after a rule, and what the rule answers. A ledger that stays the same is the same object. */
    record Outcome<R>(SeatLedger ledger, R result) {}

    /** The place in the waiting list of a position that waits: 1 is next. */
    public long place(long position) {
        return list.known().of(position);
    }

    /** A seat when one is free and nobody waits for it, else the last place in the list. */
    Outcome<Taking> take(Claimant claimant, Instant now) {
        var same = underWay(
                step -> step.claimant() != null && step.claimant().person().equals(claimant.person()));
        if (same.isPresent()) {
            return new Outcome<>(this, new Taking.UnderWay(same.get()));
        }
        if (!isOpen(now)) {
            return new Outcome<>(this, new Taking.Closed());
        }
        return given(place -> Step.of(claimant, place, now));
    }

    /** The same for a registration that the host has approved; once registration is closed, a seat or nothing. */
    Outcome<Taking> approve(String registrationId, Instant now) {
        var same = underWay(step -> registrationId.equals(step.registrationId()));
        if (same.isPresent()) {
            return new Outcome<>(this, new Taking.UnderWay(same.get()));
        }
        if (!isOpen(now) && (opening.isClosed() || seats.free() == 0 || list.waiting() > 0)) {
            return new Outcome<>(this, new Taking.Closed());
        }
        return given(place -> Step.approved(registrationId, place, now));
    }

    private Optional<Step> underWay(Predicate<Step> which) {
        return pending.stream().filter(which).findFirst();
    }

    private Outcome<Taking> given(Function<@Nullable Spot, Step> asked) {
        if (seats.free() > 0 && list.waiting() == 0) {
            var seat = asked.apply(null);
            return new Outcome<>(begun(seat, seats.confirm(), list), new Taking.Given(seat));
        }
        var joined = list.joined();
        var place = asked.apply(new Spot(joined.lastPosition(), (long) joined.waiting(), joined.turns()));
        return new Outcome<>(begun(place, seats, joined), new Taking.Given(place));
    }

    /** Begins an answer to an offer, or the end of a registration. */
    Outcome<Step> begin(Kind kind, String registrationId, Instant now) {
        var step = Step.of(kind, registrationId, list.turns(), now);
        return new Outcome<>(begun(step, seats, list), step);
    }

    /**
     * A turn of the list: a free seat for the first who waits, when it is nobody's turn and nobody is on the way to the
     * list.
     */
    Outcome<Optional<Step>> turn(Instant now) {
        var busy = pending.stream().anyMatch(step -> step.isTurn() || step.kind() == Kind.QUEUE);
        if (busy || !hasSeatsToGive() || !isOpen(now)) {
            return new Outcome<>(this, Optional.empty());
        }
        var turned = list.turned();
        var step = Step.turn(opening.terms().offered(), new Spot(turned.lastPosition(), null, turned.turns()), now);
        var taken = step.kind() == Kind.OFFER ? seats.hold() : seats.confirm();
        return new Outcome<>(begun(step, taken, turned), Optional.of(step));
    }

    /** Gives no more than so many seats, until the step ends. */
    Outcome<Shrinking> shrink(int capacity, Instant now) {
        if (capacity < seats.taken()) {
            return new Outcome<>(this, new Shrinking.TooMany(seats.taken()));
        }
        var step = Step.resize(capacity, now);
        var fewer = seats.resized(Math.min(capacity, seats.capacity()));
        return new Outcome<>(begun(step, fewer, list), new Shrinking.Reserved(step));
    }

    /** Goes by what the event says, unless it has gone by something later. */
    SeatLedger follow(Terms terms) {
        return terms.version() <= opening.terms().version()
                ? this
                : new SeatLedger(id, version, seats, list, opening.with(terms), pending, changedAt).sized();
    }

    /** With the seats that the event has, and no more than what is under way lets it give. */
    private SeatLedger sized() {
        var capacity = Stream.concat(
                        Stream.of(opening.terms().capacity()),
                        pending.stream().map(Step::capacity).filter(Objects::nonNull))
                .mapToInt(Integer::intValue)
                .min()
                .orElseThrow();
        return new SeatLedger(id, version, seats.resized(capacity), list, opening, pending, changedAt);
    }

    /** Ends a step, once however often it is called. */
    SeatLedger end(String stepId, Booking booking) {
        var ended = underWay(step -> step.id().equals(stepId)).orElse(null);
        if (ended == null) {
            return this;
        }
        var left = booking.left();
        var after = new SeatLedger(
                id,
                version,
                seats.after(booking.move()),
                left == null ? list : list.left(left),
                opening,
                pending.stream().filter(step -> !step.id().equals(stepId)).toList(),
                changedAt);
        // A seat that is given back may be one that there is no room for any more.
        return after.sized();
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
        return opening.isClosed() ? this : marked(version, list, new Opening(opening.terms(), true, null), now);
    }

    /** Whether seats are given now: the event is not cancelled, and its registration open. */
    public boolean isOpen(Instant now) {
        return opening.at(now);
    }

    /** Without the mark of seats to give, when none is given any more. */
    SeatLedger settle(Instant now) {
        return opening.seatsToGive() == null || isOpen(now) ? this : marked(version, list, opening, now);
    }

    /** With the places that its rows tell of. */
    SeatLedger withPlaces(Places counted) {
        return marked(version, list.with(counted), opening, changedAt);
    }

    /** As it is written next. */
    SeatLedger written(Instant now) {
        return marked(version + 1, list, opening, now);
    }

    public boolean hasSeatsToGive() {
        return seats.free() > 0 && list.waiting() > 0;
    }

    /** After the beginning of a step. */
    private SeatLedger begun(Step step, Seats seatsNow, WaitingList listNow) {
        var steps = Stream.concat(pending.stream(), Stream.of(step)).toList();
        return new SeatLedger(id, version, seatsNow, listNow, opening, steps, changedAt);
    }

    private SeatLedger marked(long versionNow, WaitingList listNow, Opening next, Instant now) {
        var toGive = hasSeatsToGive() && next.at(now) ? true : null;
        var marked = new Opening(next.terms(), next.closed(), toGive);
        return new SeatLedger(id, versionNow, seats, listNow.with(listNow.known()), marked, pending, now);
    }
}
