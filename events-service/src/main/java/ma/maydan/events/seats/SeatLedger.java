package ma.maydan.events.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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

    /** The place in the waiting list of somebody who waits: 1 is next. */
    public long place(Spot spot) {
        return list.placeOf(spot);
    }

    /** A seat when one is free and nobody waits for it, else a place in the list. */
    Outcome<Taking> take(Claimant claimant, Entrant entrant, Instant now) {
        var same = underWay(claimant);
        if (same.isPresent()) {
            return new Outcome<>(this, new Taking.UnderWay(same.get()));
        }
        if (!isOpen(now)) {
            return new Outcome<>(this, new Taking.Closed());
        }
        return given(entrant, now, (place, wish) -> Step.of(claimant, place, wish, now));
    }

    /** Seats for all of them, or places that are served together; none of them has chosen anything. */
    Outcome<Together> takeTogether(List<Claimant> claimants, Entrant entrant, Instant now) {
        var same = claimants.stream().flatMap(one -> underWay(one).stream()).toList();
        if (!same.isEmpty()) {
            return new Outcome<>(this, new Together.Given(same));
        }
        if (!isOpen(now)) {
            return new Outcome<>(this, new Together.Closed());
        }
        var seated = this;
        var steps = new ArrayList<Step>();
        for (var claimant : claimants) {
            var taken = seated.given(entrant, now, (place, wish) -> Step.of(claimant, place, wish, now));
            if (!(taken.result() instanceof Taking.Given(var step)) || step.kind() == Kind.QUEUE) {
                return placed(claimants, entrant, now);
            }
            seated = taken.ledger();
            steps.add(step);
        }
        return new Outcome<>(seated, new Together.Given(steps));
    }

    private Outcome<Together> placed(List<Claimant> claimants, Entrant entrant, Instant now) {
        var joined = list.joined(opening.terms().order(), entrant, claimants.size());
        var steps = IntStream.range(0, claimants.size())
                .mapToObj(i -> Step.of(claimants.get(i), joined.spots().get(i), Wish.NOTHING, now))
                .toList();
        return new Outcome<>(begun(steps, seats, joined.list()), new Together.Given(steps));
    }

    /** The same for a registration that the host has approved; once registration is closed, a seat or nothing. */
    Outcome<Taking> approve(String registrationId, Entrant entrant, Instant now) {
        var same = underWay(step -> registrationId.equals(step.registrationId()));
        if (same.isPresent()) {
            return new Outcome<>(this, new Taking.UnderWay(same.get()));
        }
        if (!isOpen(now) && (opening.isClosed() || room().available(now) == 0 || list.waiting() > 0)) {
            return new Outcome<>(this, new Taking.Closed());
        }
        return given(entrant, now, (place, wish) -> Step.approved(registrationId, place, wish, now));
    }

    private Optional<Step> underWay(Claimant claimant) {
        return underWay(
                step -> step.claimant() != null && step.claimant().person().equals(claimant.person()));
    }

    private Optional<Step> underWay(Predicate<Step> which) {
        return pending.stream().filter(which).findFirst();
    }

    private Outcome<Taking> given(Entrant entrant, Instant now, BiFunction<@Nullable Spot, Wish, Step> asked) {
        var kept = entrant.organizations().stream()
                .map(Part::allotment)
                .filter(part -> room().isKept(part, now))
                .findFirst();
        if (kept.isPresent() || room().available(now) > 0 && list.waiting() == 0) {
            var parts = Stream.concat(entrant.options().stream(), kept.stream()).toList();
            return taking(parts, seats.confirm(), wish -> asked.apply(null, wish));
        }
        var joined = list.joined(opening.terms().order(), entrant, 1);
        var place = asked.apply(joined.spots().getFirst(), Wish.NOTHING);
        return new Outcome<>(begun(List.of(place), seats, joined.list()), new Taking.Given(place));
    }

    private Outcome<Taking> taking(List<String> parts, Seats seatsNow, Function<Wish, Step> asked) {
        var full = parts.stream().filter(room()::isFull).toList();
        if (!full.isEmpty()) {
            return new Outcome<>(this, new Taking.Full(full));
        }
        var step = asked.apply(Wish.of(parts));
        return new Outcome<>(begun(List.of(step), seatsNow.taking(parts), list), new Taking.Given(step));
    }

    public Room room() {
        return new Room(
                seats,
                Stream.concat(
                                Stream.of(opening.terms().quotas()),
                                pending.stream()
                                        .map(step -> step.wish().quotas())
                                        .filter(Objects::nonNull))
                        .toList());
    }

    /** The seats that whoever comes now can have. */
    public int open(Instant now) {
        return list.waiting() > 0 ? 0 : room().available(now);
    }

    /** Begins the end of a registration, or of an offer. */
    Outcome<Step> begin(Kind kind, String registrationId, Instant now) {
        var step = Step.of(kind, registrationId, Wish.NOTHING, list.turns(), now);
        return new Outcome<>(begun(List.of(step), seats, list), step);
    }

    /** Begins an answer to an offer or another choice, with all these parts or not at all. */
    Outcome<Taking> begin(Kind kind, String registrationId, List<String> parts, Instant now) {
        return taking(parts, seats, wish -> Step.of(kind, registrationId, wish, list.turns(), now));
    }

    /** A seat that is kept for an organization, for a member of it who waits; it is nobody's turn by that. */
    Outcome<Taking> takeKept(String registrationId, String organizationId, Instant now) {
        var part = Part.allotment(organizationId);
        return isOpen(now) && room().isKept(part, now)
                ? taking(
                        List.of(part),
                        seats.confirm(),
                        wish -> Step.of(Kind.KEPT, registrationId, wish, list.turns(), now))
                : new Outcome<>(this, new Taking.Closed());
    }

    /**
     * A turn of the list: a free seat for the first who waits, and as many more as are to be served with them, when it is
     * nobody's turn and nobody is on the way to the list.
     */
    Outcome<List<Step>> turn(Instant now) {
        var busy = pending.stream().anyMatch(step -> step.isTurn() || step.kind() == Kind.QUEUE);
        if (busy || !hasSeatsToGive(now) || !isOpen(now)) {
            return new Outcome<>(this, List.of());
        }
        var offered = opening.terms().offered();
        var steps = new ArrayList<Step>();
        var turned = list;
        var taken = seats;
        for (var left = list.next(); left > 0; left--) {
            turned = turned.turned();
            taken = offered ? taken.hold() : taken.confirm();
            steps.add(Step.turn(offered, new Spot(turned.lastPosition(), null, turned.turns()), now));
        }
        return new Outcome<>(begun(steps, taken, turned), steps);
    }

    /** Gives no more than so many seats and parts, until the step ends. */
    Outcome<Shrinking> shrink(int capacity, Quotas quotas, Instant now) {
        var least = seats.taken() + new Room(seats, List.of(quotas)).kept(now);
        if (capacity < least) {
            return new Outcome<>(this, new Shrinking.TooMany(least));
        }
        for (var limit : quotas.options().entrySet()) {
            if (seats.parts(limit.getKey()) > limit.getValue()) {
                return new Outcome<>(this, new Shrinking.PartTaken(limit.getKey(), seats.parts(limit.getKey())));
            }
        }
        var step = Step.resize(capacity, quotas, now);
        var fewer = seats.resized(Math.min(capacity, seats.capacity()));
        return new Outcome<>(begun(List.of(step), fewer, list), new Shrinking.Reserved(step));
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
                        pending.stream().map(step -> step.wish().capacity()).filter(Objects::nonNull))
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
                seats.after(booking),
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

    /** Whether the order of the list stays: registration has opened, or somebody has come to it. */
    boolean isOrderFixed(Instant now) {
        return !opening.terms().opensAfter(now) || list.lastPosition() > 0;
    }

    /** With the mark of seats to give, or without it when none is given any more. */
    SeatLedger settle(Instant now) {
        return Objects.equals(opening.seatsToGive(), mark(opening, now)) ? this : marked(version, list, opening, now);
    }

    /** With the places that its rows tell of. */
    SeatLedger withPlaces(Places counted) {
        return marked(version, list.with(counted), opening, changedAt);
    }

    /** As it is written next. */
    SeatLedger written(Instant now) {
        return marked(version + 1, list, opening, now);
    }

    public boolean hasSeatsToGive(Instant now) {
        var room = list.waiting() == 0 ? 0 : room().available(now);
        return room > 0 && room >= list.next();
    }

    /** After the beginning of these steps. */
    private SeatLedger begun(List<Step> some, Seats seatsNow, WaitingList listNow) {
        var steps = Stream.concat(pending.stream(), some.stream()).toList();
        return new SeatLedger(id, version, seatsNow, listNow, opening, steps, changedAt);
    }

    private @Nullable Boolean mark(Opening next, Instant now) {
        return hasSeatsToGive(now) && next.at(now) ? true : null;
    }

    private SeatLedger marked(long versionNow, WaitingList listNow, Opening next, Instant now) {
        var marked = new Opening(next.terms(), next.closed(), mark(next, now));
        return new SeatLedger(id, versionNow, seats, listNow.with(listNow.known()), marked, pending, now);
    }
}
