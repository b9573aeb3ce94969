package ma.maydan.events.registration;

import java.time.Instant;
import java.util.List;
import ma.maydan.starter.mongo.Aggregate;
import ma.maydan.starter.mongo.Change;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One person's registration for one event.
 *
 * @param personName as the person's token gave it, for the host's list
 * @param position the place in the waiting list; places only grow, lower is served first
 * @param activeKey event and person while the registration is active: unique, and absent afterwards
 * @param step the ledger step that made it; {@code promotion} and {@code cancellation} those that changed it
 */
public record Registration(
        @BsonId String id,
        long version,
        String eventId,
        String personId,
        @Nullable String personName,
        Status status,
        @Nullable Long position,
        @Nullable String activeKey,
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

    static Change<Registration> confirmed(
            String id, String eventId, String personId, @Nullable String name, String step, Instant now) {
        return first(id, eventId, personId, name, Status.CONFIRMED, null, step, now)
                .tell("confirmed");
    }

    static Change<Registration> waitlisted(
            String id,
            String eventId,
            String personId,
            @Nullable String name,
            long position,
            String step,
            Instant now) {
        return first(id, eventId, personId, name, Status.WAITLISTED, position, step, now)
                .tell("waitlisted");
    }

    static String activeKey(String eventId, String personId) {
        return eventId + ":" + personId;
    }

    boolean isActive() {
        return status != Status.CANCELLED;
    }

    /** What its owner may do. */
    List<String> allowedTransitions() {
        return isActive() ? List.of("cancel") : List.of();
    }

    /** The first who waits gets the free seat. */
    Change<Registration> promote(String promotion, Instant now) {
        return new Registration(
                        id,
                        version + 1,
                        eventId,
                        personId,
                        personName,
                        Status.CONFIRMED,
                        null,
                        activeKey,
                        step,
                        promotion,
                        null,
                        null,
                        registeredAt,
                        now)
                .tell("promoted");
    }

    Change<Registration> cancel(String cancellation, Instant now) {
        return new Registration(
                        id,
                        version + 1,
                        eventId,
                        personId,
                        personName,
                        Status.CANCELLED,
                        null,
                        null,
                        step,
                        promotion,
                        cancellation,
                        status,
                        registeredAt,
                        now)
                .tell("cancelled");
    }

    private static Registration first(
            String id,
            String eventId,
            String personId,
            @Nullable String name,
            Status status,
            @Nullable Long position,
            String step,
            Instant now) {
        return new Registration(
                id,
                1,
                eventId,
                personId,
                name,
                status,
                position,
                activeKey(eventId, personId),
                step,
                null,
                null,
                null,
                now,
                now);
    }

    private Change<Registration> tell(String what) {
        return new Change<>(this, "registration." + what, new Snapshot(id, eventId, personId, status, registeredAt));
    }

    /** What other services learn; the person is an opaque id. */
    record Snapshot(String id, String eventId, String personId, Status status, Instant registeredAt) {}
}
