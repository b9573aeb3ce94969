package ma.maydan.events.event;

import static ma.maydan.events.event.EventTransition.LIFE_CYCLE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import ma.maydan.events.organization.OrganizationReplica.Standing;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.mongo.Aggregate;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An event, workshop or training. Its wall-clock times and zone are what the host said; the instants follow from them
 * by the zone rules in force when it was saved. A wall-clock time that happens twice means the first.
 *
 * @param capacity seats, 1 to 100,000
 * @param status as it was decided; what it is by the clock and the host's standing is {@link #statusAt}
 * @param hostStanding of the host, kept here for lists; null for an event from before it was kept
 * @param slot its host's, until it is published or cancelled; null for an event from before
 * @param publicChangeAt when what the public sees of it changed last, be it that it went away; null while nobody but
 *     its host and the cluster has seen it
 */
public record Event(
        @BsonId String id,
        long version,
        String hostOrganizationId,
        LocalizedText title,
        @Nullable LocalizedText description,
        Kind kind,
        Format format,
        LocalDateTime startsAtLocal,
        LocalDateTime endsAtLocal,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        @Nullable String region,
        @Nullable LocalizedText venue,
        int capacity,
        Status status,
        @Nullable Decision decision,
        @Nullable Standing hostStanding,
        @Nullable String slot,
        @Nullable Instant publicChangeAt,
        Instant updatedAt)
        implements Aggregate {

    /** The longest an event lasts; lists of what is not over rely on it. */
    public static final Duration LONGEST = Duration.ofDays(31);

    public enum Kind {
        CONFERENCE,
        MEETUP,
        WORKSHOP,
        TRAINING,
        DEMO_DAY,
        HACKATHON,
        WEBINAR
    }

    public enum Format {
        IN_PERSON,
        ONLINE,
        HYBRID
    }

    public enum Status {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        /** Never kept: what a published event is while its host is not verified. */
        SUSPENDED,
        CANCELLED,
        COMPLETED;

        /** Whether it is shown to everybody while its host is verified. */
        boolean isShown() {
            return this == PUBLISHED || this == COMPLETED;
        }
    }

    /**
     * The last negative or backward step, with its reason.
     *
     * @param reasonText null where the code says all
     */
    public record Decision(
            String outcome, String reasonCode, @Nullable LocalizedText reasonText, Instant at) {}

    /**
     * @throws ProblemException 422 when the details do not make an event
     */
    static Change<Event> draft(
            String id, String hostOrganizationId, Standing hostStanding, EventDetails details, Instant now) {
        return of(id, 1, hostOrganizationId, hostStanding, null, details, now).tell("event.created");
    }

    /** What this actor may do now, in the order of the life cycle. */
    List<String> allowed(Actor actor, Instant now) {
        return LIFE_CYCLE.allowedCodes(new EventSituation(this, actor, now));
    }

    Map<String, String> withheld(Actor actor, Instant now) {
        return LIFE_CYCLE.withheldCodes(new EventSituation(this, actor, now));
    }

    Change<Event> edit(EventDetails details, Actor actor, Instant now) {
        LIFE_CYCLE.require(EventTransition.EDIT, new EventSituation(this, actor, now));
        return of(id, version + 1, hostOrganizationId, hostStanding, slot, details, now)
                .tell("event.updated");
    }

    /** Takes a transition that needs no reason. */
    Change<Event> take(EventTransition transition, Actor actor, Instant now) {
        return taken(transition, actor, null, now);
    }

    /** Takes a negative or backward transition. */
    Change<Event> take(EventTransition transition, Actor actor, Reason reason, Instant now) {
        var outcome = transition.rule().to() == Status.CANCELLED ? "CANCELLED" : "RETURNED";
        return taken(transition, actor, new Decision(outcome, reason.code().name(), reason.text(), now), now);
    }

    private Change<Event> taken(EventTransition transition, Actor actor, @Nullable Decision because, Instant now) {
        LIFE_CYCLE.require(transition, new EventSituation(this, actor, now));
        var next = transition.rule().to();
        return to(next == null ? status : next, because, now).tell(LIFE_CYCLE.eventType(transition));
    }

    /** An event that is over is completed; null when it is not over, or was never published. */
    @Nullable
    Change<Event> complete(Instant now) {
        return status == Status.PUBLISHED && isOver(now)
                ? to(Status.COMPLETED, null, now).tell("event.completed")
                : null;
    }

    /** What it is now: a published event that is over is completed, and one of a host that is not verified suspended. */
    public Status statusAt(Instant now) {
        if (!status.isShown()) {
            return status;
        }
        if (!hostIsVerified()) {
            return Status.SUSPENDED;
        }
        return isOver(now) ? Status.COMPLETED : Status.PUBLISHED;
    }

    /** Why it is what it is now, for those who may read it; null when nothing was taken back. */
    public @Nullable Decision decisionAt(Instant now) {
        return statusAt(now) == Status.SUSPENDED
                ? new Decision("SUSPENDED", "HOST_NOT_VERIFIED", null, changedAt())
                : decision;
    }

    public boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** Whether a seat is given: published, not begun, its host in good standing. */
    public boolean takesRegistrations(Instant now) {
        return statusAt(now) == Status.PUBLISHED && startsAt.isAfter(now);
    }

    /** Whether everybody sees it. */
    boolean isPublic() {
        return status.isShown() && hostIsVerified();
    }

    /** When what the caller of a public list sees of it changed last. */
    Instant changedAt() {
        return publicChangeAt == null ? updatedAt : publicChangeAt;
    }

    boolean hostIsVerified() {
        return hostStanding != null && hostStanding.verified();
    }

    private static Event of(
            String id,
            long version,
            String host,
            @Nullable Standing standing,
            @Nullable String slot,
            EventDetails details,
            Instant now) {
        details.check(now);
        return new Event(
                id,
                version,
                host,
                details.title(),
                details.description(),
                details.kind(),
                details.format(),
                details.startsAtLocal(),
                details.endsAtLocal(),
                details.zone(),
                details.startsAt(),
                details.endsAt(),
                details.region(),
                details.venue(),
                details.capacity(),
                Status.DRAFT,
                null,
                standing,
                slot,
                null,
                now);
    }

    private Event to(Status next, @Nullable Decision because, Instant now) {
        var waits = next == Status.DRAFT || next == Status.SUBMITTED;
        var seen = publicChangeAt != null || next == Status.PUBLISHED;
        return with(version + 1, next, because, hostStanding, waits ? slot : null, seen ? now : null, now);
    }

    /** The same state beside another standing of its host. */
    Event withHostStanding(@Nullable Standing standing) {
        return with(version, status, decision, standing, slot, publicChangeAt, updatedAt);
    }

    /** A new event, which holds one of its host's slots until it is published or cancelled. */
    Event in(String hostsSlot) {
        return with(version, status, decision, hostStanding, hostsSlot, publicChangeAt, updatedAt);
    }

    private Event with(
            long versionNow,
            Status next,
            @Nullable Decision because,
            @Nullable Standing standing,
            @Nullable String slotNow,
            @Nullable Instant publicChange,
            Instant now) {
        return new Event(
                id,
                versionNow,
                hostOrganizationId,
                title,
                description,
                kind,
                format,
                startsAtLocal,
                endsAtLocal,
                zone,
                startsAt,
                endsAt,
                region,
                venue,
                capacity,
                next,
                because,
                standing,
                slotNow,
                publicChange,
                now);
    }

    private Change<Event> tell(String what) {
        return new Change<>(this, what, EventSnapshot.of(this));
    }
}
