package ma.maydan.events.registration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedger.Step;
import ma.maydan.starter.mongo.Aggregate;
import ma.maydan.starter.mongo.Change;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One person's registration for one event.
 *
 * @param personName as the person's token gave it, for the host's list
 * @param eventTimes when its event is, for the person's list; null for one from before it was kept
 * @param position the place in the waiting list, kept when it has left; places only grow, lower is served first
 * @param firstPlace how many waited, with this one, when it came to the list; null when it got a seat at once
 * @param activeKey event and person while the registration is active: unique, and absent afterwards
 * @param bodyHash of the request that made it; null for one made before registrations kept it
 * @param step the ledger step that made it; {@code promotion} and {@code cancellation} those that changed it
 */
public record Registration(
        @BsonId String id,
        long version,
        String eventId,
        String personId,
        @Nullable String personName,
        @Nullable EventTimes eventTimes,
        Status status,
        @Nullable Long position,
        @Nullable Long firstPlace,
        @Nullable String activeKey,
        @Nullable String bodyHash,
        String step,
        @Nullable String promotion,
        @Nullable String cancellation,
        @Nullable Status cancelledFrom,
        Instant registeredAt,
        Instant updatedAt)
        implements Aggregate {

    /** Where it stands. */
    public enum Status {
        CONFIRMED,
        WAITLISTED,
        CANCELLED
    }

    /** When an event begins and ends, which does not change once it takes registrations. */
    public record EventTimes(Instant startsAt, Instant endsAt) {}

    /** What the step of a new registration gave: a seat, or the last place in the waiting list. */
    static Change<Registration> made(String eventId, @Nullable EventTimes eventTimes, Step step, Instant now) {
        var person = Objects.requireNonNull(step.claimant());
        var waits = step.position() != null;
        return new Registration(
                        Objects.requireNonNull(step.registrationId()),
                        1,
                        eventId,
                        person,
                        step.claimantName(),
                        eventTimes,
                        waits ? Status.WAITLISTED : Status.CONFIRMED,
                        step.position(),
                        step.place(),
                        activeKey(eventId, person),
                        step.bodyHash(),
                        step.id(),
                        null,
                        null,
                        null,
                        now,
                        now)
                .tell(waits ? "waitlisted" : "confirmed");
    }

    /** As it was answered to who made it. */
    Registration asMade() {
        return new Registration(
                id,
                1,
                eventId,
                personId,
                personName,
                eventTimes,
                firstPlace == null ? Status.CONFIRMED : Status.WAITLISTED,
                position,
                firstPlace,
                activeKey(eventId, personId),
                bodyHash,
                step,
                null,
                null,
                null,
                registeredAt,
                registeredAt);
    }

    static String activeKey(String eventId, String personId) {
        return eventId + ":" + personId;
    }

    boolean isActive() {
        return status != Status.CANCELLED;
    }

    boolean waits() {
        return status == Status.WAITLISTED;
    }

    /** The place in the waiting list by the event's ledger, 1 for who is next; null for who does not wait. */
    @Nullable
    Long place(@Nullable SeatLedger ledger) {
        return waits() && position != null && ledger != null ? Long.valueOf(ledger.place(position)) : null;
    }

    /** What its owner may do: to give it up, until the event is over. */
    List<String> allowedTransitions(boolean over) {
        return isActive() && !over ? List.of("cancel") : List.of();
    }

    /** The first who waits gets the free seat. */
    Change<Registration> promote(String promotion, Instant now) {
        return to(Status.CONFIRMED, promotion, null, now).tell("promoted");
    }

    Change<Registration> cancel(String cancellation, Instant now) {
        return to(Status.CANCELLED, promotion, cancellation, now).tell("cancelled");
    }

    private Registration to(Status next, @Nullable String promotedBy, @Nullable String cancelledBy, Instant now) {
        return new Registration(
                id,
                version + 1,
                eventId,
                personId,
                personName,
                eventTimes,
                next,
                position,
                firstPlace,
                cancelledBy == null ? activeKey : null,
                bodyHash,
                step,
                promotedBy,
                cancelledBy,
                cancelledBy == null ? null : status,
                registeredAt,
                now);
    }

    private Change<Registration> tell(String what) {
        return new Change<>(this, "registration." + what, new Snapshot(id, eventId, personId, status, registeredAt));
    }

    /** What other services learn; the person is an opaque id. */
    record Snapshot(String id, String eventId, String personId, Status status, Instant registeredAt) {}
}
