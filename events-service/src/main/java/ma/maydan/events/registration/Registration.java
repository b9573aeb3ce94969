package ma.maydan.events.registration;

import static ma.maydan.events.registration.RegistrationTransition.LIFE_CYCLE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.maydan.events.event.Event;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.InList;
import ma.maydan.events.seats.Part;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.Step;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.schedule.Due;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One person's registration for one event.
 *
 * @param origin how it was made, which does not change
 */
public record Registration(
        @BsonId String id, long version, ForEvent event, Holder holder, Origin origin, Stage stage, Instant updatedAt)
        implements Aggregate {

    /** The work of ending an offer that nobody took. */
    static final String OFFER_END = "registration.offer";

    /** The work of giving back what got no name, or no word of a guest, in time. */
    static final String NAME_END = "registration.name";

    /** The work of letting what it takes with its seat follow from what was answered. */
    static final String OPTIONS = "registration.options";

    /** Answers are written within milliseconds of what they go with; this is when they are looked after. */
    static final Duration ANSWERED = Duration.ofMinutes(1);

    /** Where it stands. */
    public enum Status {
        /** The host has not answered yet; it holds nothing. */
        PENDING_APPROVAL,
        CONFIRMED,
        WAITLISTED,
        /** A seat is held for it, until its time. */
        OFFERED,
        CANCELLED,
        /** By the host before it had a seat, or an offer that was not taken. */
        DECLINED;

        /** Those that hold a seat or a place, or ask for one. */
        static final List<Status> ACTIVE = List.of(PENDING_APPROVAL, CONFIRMED, WAITLISTED, OFFERED);
    }

    /** What the step of a new registration gave: a seat, or the last place in the waiting list. */
    static Change<Registration> made(ForEvent event, Step step, Instant now) {
        var asking = Objects.requireNonNull(step.claimant());
        var origin = Origin.of(step, asking.bodyHash(), now);
        var made = made(event, asking, origin, step.wish().parts(), now);
        return made.tell(made.waits() ? "waitlisted" : "confirmed").and(made.end());
    }

    /** One that waits for the approval of the host. */
    static Change<Registration> asked(ForEvent event, Claimant asking, Instant now) {
        var made = made(event, asking, Origin.asking(asking.bodyHash(), now), List.of(), now);
        return made.tell("requested").and(made.end());
    }

    private static Registration made(ForEvent event, Claimant asking, Origin origin, List<String> parts, Instant now) {
        var first = Stage.first(origin.first(), activeKey(event.id(), asking.person()), parts);
        return new Registration(asking.registrationId(), 1, event, Holder.of(event.id(), asking), origin, first, now);
    }

    /** As it was answered to who made it. */
    Registration asMade() {
        var first = Stage.first(origin.first(), activeKey(eventId(), personId()), List.of());
        return new Registration(id, 1, event, holder, origin, first, registeredAt());
    }

    static String activeKey(String eventId, String personId) {
        return eventId + ":" + personId;
    }

    public String eventId() {
        return event.id();
    }

    public String personId() {
        return holder.personId();
    }

    /** As it was decided; see {@link #statusAt}. */
    Status status() {
        return stage.status();
    }

    /** What it is now: an offer that nobody took in time is declined, what got no name or word is given back. */
    Status statusAt(Instant now) {
        return isOfferOver(now) ? Status.DECLINED : isLapsed(now) ? Status.CANCELLED : status();
    }

    /** Until when a name, or a guest's word, has to come; null where none has to. */
    @Nullable
    Instant keptUntil() {
        return isActive() ? holder.keptUntil(event.startsAt()) : null;
    }

    boolean isLapsed(Instant now) {
        var until = keptUntil();
        return until != null && !until.isAfter(now);
    }

    private List<Due> end() {
        var until = keptUntil();
        return until == null ? List.of() : List.of(Due.at(NAME_END, id, until));
    }

    boolean isOfferOver(Instant now) {
        return status() == Status.OFFERED
                && !Objects.requireNonNull(stage.offeredUntil()).isAfter(now);
    }

    /** When the offer of a seat ends; null for who has none. */
    @Nullable
    Instant offeredUntil() {
        return status() == Status.OFFERED ? stage.offeredUntil() : null;
    }

    Instant registeredAt() {
        return origin.registeredAt();
    }

    boolean isActive() {
        return Status.ACTIVE.contains(status());
    }

    boolean waits() {
        return status() == Status.WAITLISTED;
    }

    /** How it fares in the waiting list by the event's ledger. */
    InList inList(@Nullable SeatLedger ledger) {
        var spot = origin.spot();
        return waits() && spot != null && ledger != null ? InList.of(spot, ledger) : InList.left(origin.firstPlace());
    }

    /**
     * What this actor may do now, in the order of the life cycle.
     *
     * @param represents whether the actor edits for the organization that took it
     */
    Offer offer(Actor actor, boolean represents, @Nullable Event of, Instant now) {
        return LIFE_CYCLE.offer(new RegistrationSituation(this, of, actor, represents, now));
    }

    /** The host has approved it: it has a seat, or waits for one. */
    @Nullable
    Change<Registration> approve(Step step, Instant now) {
        if (status() != Status.PENDING_APPROVAL) {
            return null;
        }
        var next = step.position() == null ? Status.CONFIRMED : Status.WAITLISTED;
        return to(origin.approved(step), stage.activeKey(), next, step, now).tell("approved");
    }

    /** It waits no more: a seat is kept for its organization. Null when it does not wait. */
    @Nullable
    Change<Registration> takeKept(Step step, Instant now) {
        return waits()
                ? to(origin, stage.activeKey(), Status.CONFIRMED, step, now).tell("promoted")
                : null;
    }

    /** The first who waits gets the free seat. */
    Change<Registration> promote(Step turn, Instant now) {
        return to(stage.served(Status.CONFIRMED, null, turn, now), now).tell("promoted");
    }

    /** The first who waits is offered the free seat. */
    Change<Registration> offer(Step turn, Instant until, Instant now) {
        return to(stage.served(Status.OFFERED, until, turn, now), now)
                .tell("offered")
                .and(Due.at(OFFER_END, id, until));
    }

    /** Takes the seat that it was offered, if it was asked for in time; null when there is no offer any more. */
    @Nullable
    Change<Registration> accept(Step step, Instant now) {
        if (status() != Status.OFFERED || isOfferOver(step.at())) {
            return null;
        }
        return to(origin, stage.activeKey(), Status.CONFIRMED, step, now)
                .tell("accepted")
                .and(Due.never(OFFER_END, id));
    }

    /** An offer that is over is declined; null when there is none. */
    @Nullable
    Change<Registration> expire(Step step, Instant now) {
        return isOfferOver(now) ? to(origin, null, Status.DECLINED, step, now).tell("offer_expired") : null;
    }

    /** Gives up what it holds; null when it does not hold anything any more. */
    @Nullable
    Change<Registration> cancel(Step step, Instant now) {
        if (!isActive()) {
            return null;
        }
        var offered = status() == Status.OFFERED;
        return to(origin, null, offered ? Status.DECLINED : Status.CANCELLED, step, now)
                .tell(offered ? "offer_declined" : "cancelled")
                .and(offered ? List.of(Due.never(OFFER_END, id)) : List.of());
    }

    /** Takes and gives up parts that go with its seat; null when it has none any more. */
    @Nullable
    Change<Registration> choose(Step step, List<String> given, Instant now) {
        return status() == Status.CONFIRMED
                ? to(stage.chosen(given, step, now), now).tell("answered").and(Due.at(OPTIONS, id, now.plus(ANSWERED)))
                : null;
    }

    /** Its organization names who comes, in place of nobody or of somebody else. It keeps its seat or place. */
    Change<Registration> name(String person, String name, Instant now) {
        return of(holder.named(person, name), now)
                .tell("named")
                .and(Due.never(NAME_END, id))
                .and(optionsEnd(now));
    }

    /** What somebody else has chosen goes with their answers. */
    private List<Due> optionsEnd(Instant now) {
        return stage.parts().isEmpty() ? List.of() : List.of(Due.at(OPTIONS, id, now.plus(ANSWERED)));
    }

    /** The guest's address is theirs: they keep what they have, by their account where they have one. */
    Change<Registration> verify(String person, Instant now) {
        return of(holder.confirmed(person), now).tell("verified").and(Due.never(NAME_END, id));
    }

    /** Who was named does not come: its organization may name somebody else. */
    Change<Registration> giveBack(Instant now) {
        var nobody = of(holder.unnamed(id), now);
        return nobody.tell("returned").and(nobody.end()).and(optionsEnd(now));
    }

    /** Gives up what got no name or word in time; null when it did, or still can. */
    @Nullable
    Change<Registration> release(Step step, Instant now) {
        return isLapsed(now) ? cancel(step, now) : null;
    }

    private Registration of(Holder next, Instant now) {
        var key = stage.activeKey() == null ? null : activeKey(eventId(), next.personId());
        return new Registration(id, version + 1, event, next, origin, stage.keyed(key), now);
    }

    /** The host declines it before it had anything. */
    Change<Registration> decline(Reason because, Actor actor, Event of, Instant now) {
        LIFE_CYCLE.require(RegistrationTransition.DECLINE, new RegistrationSituation(this, of, actor, false, now));
        return to(stage.declined(because, now), now).tell("declined");
    }

    /** Whether its last move gave back a seat that is kept for an organization. */
    boolean givesKept() {
        return !stage.moves().isEmpty()
                && stage.moves().getLast().given().stream().anyMatch(Part::isAllotment);
    }

    /** What a step changed; null when it changed nothing, or not this one. */
    Stage.@Nullable Move movedBy(Step step) {
        return stage.movedBy(step);
    }

    private Registration to(Origin from, @Nullable String activeKey, Status next, Step step, Instant now) {
        var whose = activeKey == null ? holder.gone(id, step.kind()) : holder;
        return new Registration(id, version + 1, event, whose, from, stage.moved(next, activeKey, step, now), now);
    }

    private Registration to(Stage next, Instant now) {
        var whose = next.activeKey() == null ? holder.gone() : holder;
        return new Registration(id, version + 1, event, whose, origin, next, now);
    }

    private Change<Registration> tell(String what) {
        return new Change<>(this, "registration." + what, snapshot());
    }

    RegistrationSnapshot snapshot() {
        return new RegistrationSnapshot(id, eventId(), status(), origin.registeredAt());
    }
}
