package ma.maydan.events.registration;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedger.Step;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.Change;
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

    /** Where it stands. */
    public enum Status {
        CONFIRMED,
        WAITLISTED,
        CANCELLED
    }

    /**
     * What it is for.
     *
     * @param startsAt of the event, which does not change once it takes registrations, for the person's list; null for
     *     one from before it was kept, as {@code endsAt}
     */
    public record ForEvent(
            String id, @Nullable Instant startsAt, @Nullable Instant endsAt) {}

    /** @param personName as the person's token gave it, for the host's list */
    public record Holder(String personId, @Nullable String personName) {}

    /**
     * How it was made.
     *
     * @param step the ledger step that made it
     * @param position the place in the waiting list, kept when it has left; places only grow, lower is served first
     * @param firstPlace how many waited, with this one, when it came to the list; null when it got a seat at once
     * @param bodyHash of the request that made it; null for one made before registrations kept it
     */
    public record Origin(
            String step,
            @Nullable Long position,
            @Nullable Long firstPlace,
            @Nullable String bodyHash,
            Instant registeredAt) {}

    /**
     * Where it stands.
     *
     * @param activeKey event and person while the registration is active: unique, and absent afterwards
     * @param promotion the ledger step that gave it a seat, as {@code cancellation} is the one that gave it back
     */
    public record Stage(
            Status status,
            @Nullable String activeKey,
            @Nullable String promotion,
            @Nullable String cancellation,
            @Nullable Status cancelledFrom) {

        static Stage first(Origin origin, String activeKey) {
            var status = origin.firstPlace == null ? Status.CONFIRMED : Status.WAITLISTED;
            return new Stage(status, activeKey, null, null, null);
        }
    }

    /** What the step of a new registration gave: a seat, or the last place in the waiting list. */
    static Change<Registration> made(ForEvent event, Step step, Instant now) {
        var asking = Objects.requireNonNull(step.claimant());
        var origin = new Origin(step.id(), step.position(), step.place(), asking.bodyHash(), now);
        var registration = new Registration(
                Objects.requireNonNull(step.registrationId()),
                1,
                event,
                new Holder(asking.person(), asking.name()),
                origin,
                Stage.first(origin, activeKey(event.id, asking.person())),
                now);
        return registration.tell(registration.waits() ? "waitlisted" : "confirmed");
    }

    /** As it was answered to who made it. */
    Registration asMade() {
        var first = Stage.first(origin, activeKey(eventId(), personId()));
        return new Registration(id, 1, event, holder, origin, first, origin.registeredAt);
    }

    static String activeKey(String eventId, String personId) {
        return eventId + ":" + personId;
    }

    public String eventId() {
        return event.id;
    }

    public String personId() {
        return holder.personId;
    }

    Status status() {
        return stage.status;
    }

    @Nullable
    Long position() {
        return origin.position;
    }

    Instant registeredAt() {
        return origin.registeredAt;
    }

    boolean isActive() {
        return status() != Status.CANCELLED;
    }

    boolean waits() {
        return status() == Status.WAITLISTED;
    }

    /** The place in the waiting list by the event's ledger, 1 for who is next; null for who does not wait. */
    @Nullable
    Long place(@Nullable SeatLedger ledger) {
        var position = origin.position;
        return waits() && position != null && ledger != null ? Long.valueOf(ledger.place(position)) : null;
    }

    /** What its owner may do: to give it up, until the event is over. */
    List<String> allowedTransitions(boolean over) {
        return isActive() && !over ? List.of("cancel") : List.of();
    }

    /** The first who waits gets the free seat. */
    Change<Registration> promote(String promotion, Instant now) {
        return to(new Stage(Status.CONFIRMED, stage.activeKey, promotion, null, null), now)
                .tell("promoted");
    }

    Change<Registration> cancel(String cancellation, Instant now) {
        return to(new Stage(Status.CANCELLED, null, stage.promotion, cancellation, stage.status), now)
                .tell("cancelled");
    }

    private Registration to(Stage next, Instant now) {
        return new Registration(id, version + 1, event, holder, origin, next, now);
    }

    private Change<Registration> tell(String what) {
        return new Change<>(this, "registration." + what, snapshot());
    }

    Snapshot snapshot() {
        return new Snapshot(id, eventId(), status(), origin.registeredAt);
    }

    /** What other services learn, who need not know whose it is. */
    record Snapshot(String id, String eventId, Status status, Instant registeredAt) {}
}
