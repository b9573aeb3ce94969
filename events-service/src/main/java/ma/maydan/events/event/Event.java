package ma.maydan.events.event;

import static ma.maydan.events.event.EventTransition.LIFE_CYCLE;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.file.Files;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.ownership.Owned;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An event, workshop or training.
 *
 * @param owner its host, whose slot it holds until it is published or cancelled
 */
public record Event(
        @BsonId String id, long version, Owner owner, EventContent content, Ties ties, Stage stage, Instant updatedAt)
        implements Owned<Event> {

    /** The work of dropping a change that nobody accepted in time. */
    static final String LAPSE = "event.lapse";

    /** The work of completing one that is over. */
    static final String END = "event.end";

    /** The work of telling its registrations when it is. */
    public static final String TIMES = "event.times";

    /** The work of letting its ledger go by what it says of its seats. */
    static final String SEATS = "event.seats";

    /** The work of letting everybody have seats that an organization did not take in time. */
    public static final String RELEASE = "event.release";

    /** Those who have a seat, as an audience. */
    public static final String SEATED = "seated";

    /** Those who have a seat or wait for one, as an audience. */
    public static final String REGISTERED = "registered";

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
     * @throws ProblemException 422 when the content does not make an event
     */
    static Change<Event> draft(String id, Owner host, EventContent content, Instant now) {
        return draft(id, host, content, null, now);
    }

    static Change<Event> draft(String id, Owner host, EventContent content, @Nullable EventImage image, Instant now) {
        content.check(now);
        return new Event(id, 1, host, content, Ties.NONE.with(image), Stage.DRAFT, now).tell("event.created");
    }

    /** What this actor may do now, in the order of the life cycle. */
    Offer offer(Actor actor, boolean trusted, Instant now) {
        return LIFE_CYCLE.offer(new EventSituation(this, actor, trusted, now));
    }

    /** Replaces the content of a draft, or of what is published: {@link Revision#edit}. */
    Change<Event> edit(EventContent changed, Actor actor, boolean trusted, Instant now) {
        LIFE_CYCLE.require(EventTransition.EDIT, new EventSituation(this, actor, now));
        changed.check(now);
        return status() == Status.DRAFT
                ? next(changed, Stage.DRAFT, now).tell("event.updated")
                : new Revision(this, now).edit(changed, trusted);
    }

    /**
     * Gives it another picture, or none; the one before is let go of.
     *
     * @param picture of what file it has now, if it has one; asked once it is known that the actor may give it one
     */
    Change<Event> illustrate(Function<@Nullable String, @Nullable EventImage> picture, Actor actor, Instant now) {
        LIFE_CYCLE.require(EventTransition.IMAGE, new EventSituation(this, actor, now));
        var given = picture.apply(imageFile());
        return tied(ties.with(given), now)
                .tell("event.updated")
                .and(Files.letGo(imageFile(), given == null ? null : given.file(), now));
    }

    /** The next version, tied to something else. */
    Event tied(Ties next, Instant now) {
        return new Event(id, version + 1, owner, content, next, stage.seenAt(now), now);
    }

    @Nullable
    EventImage image() {
        return ties.image();
    }

    @Nullable
    String imageFile() {
        return image() == null ? null : image().file();
    }

    /** Takes a transition that needs no reason. */
    Change<Event> take(EventTransition transition, Actor actor, Instant now) {
        return take(transition, actor, false, now);
    }

    /** The same where it may matter whether the host publishes without the cluster. */
    Change<Event> take(EventTransition transition, Actor actor, boolean trusted, Instant now) {
        var taken = taken(transition, new EventSituation(this, actor, trusted, now), null);
        if (transition == EventTransition.SUBMIT || transition == EventTransition.SELF_PUBLISH) {
            content.requireComplete();
        }
        return taken.and(EventNews.of(this, transition, null, now));
    }

    /** Takes a negative or backward transition. */
    Change<Event> take(EventTransition transition, Actor actor, Reason reason, Instant now) {
        var outcome = transition.rule().to() == Status.CANCELLED ? "CANCELLED" : "RETURNED";
        var why = new EventDecision(outcome, reason.code().name(), reason.text(), now);
        return taken(transition, new EventSituation(this, actor, now), why)
                .and(EventNews.of(this, transition, reason, now));
    }

    /** What is told of it, with its name and time. */
    Telling telling(String kind) {
        return Telling.of(kind, "events", id, content.title()).at(startsAt());
    }

    /** When seats that are kept for some are for everybody; each once. */
    Stream<Due> releases() {
        return content.seating().sharing().allotments().stream()
                .map(one -> Due.at(RELEASE, id + ":" + one.organizationId(), one.releasesAt()));
    }

    /** The id of the event that such work is about. */
    public static String released(String subject) {
        return subject.substring(0, subject.indexOf(':'));
    }

    Told hosts() {
        return Told.membersOf(owner.organizationId());
    }

    Told registered() {
        return new Told(REGISTERED, id);
    }

    private Change<Event> taken(EventTransition transition, EventSituation situation, @Nullable EventDecision because) {
        LIFE_CYCLE.require(transition, situation);
        var next = transition.rule().to();
        return to(next == null ? status() : next, because, situation.now()).tell(LIFE_CYCLE.eventType(transition));
    }

    /** An event that is over is completed; null when it is not over, or was never published. */
    @Nullable
    Change<Event> complete(Instant now) {
        return status() == Status.PUBLISHED && isOver(now)
                ? to(Status.COMPLETED, null, now).tell("event.completed")
                : null;
    }

    private Event to(Status next, @Nullable EventDecision because, Instant now) {
        var waits = next == Status.DRAFT || next == Status.SUBMITTED;
        var seen = stage.publicChangeAt() != null || next == Status.PUBLISHED;
        return new Event(
                id,
                version + 1,
                waits ? owner : owner.holding(null),
                content,
                ties,
                Stage.of(next, because, seen ? now : null),
                now);
    }

    /** The next version, with another content and stage. */
    Event next(EventContent changed, Stage next, Instant now) {
        return new Event(id, version + 1, owner, changed, ties, next, now);
    }

    @Override
    public Event with(Owner host) {
        return new Event(id, version, host, content, ties, stage, updatedAt);
    }

    Event with(Ties other) {
        return new Event(id, version, owner, content, other, stage, updatedAt);
    }

    Status status() {
        return stage.status();
    }

    public String hostOrganizationId() {
        return owner.organizationId();
    }

    public Schedule schedule() {
        return content.schedule();
    }

    public Instant startsAt() {
        return schedule().startsAt();
    }

    /** What it is now: a published event that is over is completed, and one of a host that is not verified suspended. */
    public Status statusAt(Instant now) {
        if (!status().isShown()) {
            return status();
        }
        if (!owner.isVerified()) {
            return Status.SUSPENDED;
        }
        return isOver(now) ? Status.COMPLETED : Status.PUBLISHED;
    }

    /** When it was cancelled, for good; null when it is not. */
    public @Nullable Instant cancelledAt() {
        return status() == Status.CANCELLED && stage.decision() != null
                ? stage.decision().at()
                : null;
    }

    /** Why it is what it is now, for those who may read it; null when nothing was taken back. */
    public @Nullable EventDecision decisionAt(Instant now) {
        return statusAt(now) == Status.SUSPENDED
                ? new EventDecision("SUSPENDED", "HOST_NOT_VERIFIED", null, changedAt())
                : stage.decision();
    }

    public boolean isOver(Instant now) {
        return !schedule().endsAt().isAfter(now);
    }

    /** Whether a seat can be asked for, and is given: published, registration open, its host in good standing. */
    public boolean takesRegistrations(Instant now) {
        return statusAt(now) == Status.PUBLISHED && content.isRegistrationOpen(now);
    }

    /** Whether registration opens at a time that is to come. */
    public boolean opensLater(Instant now) {
        return statusAt(now) == Status.PUBLISHED && content.seating().window().opensAfter(now);
    }

    /** Whether who has been given or offered a seat can still have it: it takes place, and has not begun. */
    public boolean givesSeats(Instant now) {
        return status() == Status.PUBLISHED && startsAt().isAfter(now);
    }

    /** Whether everybody sees it. */
    boolean isPublic() {
        return status().isShown() && owner.isVerified();
    }

    /** When what the caller of a public list sees of it changed last. */
    Instant changedAt() {
        return Objects.requireNonNullElse(stage.publicChangeAt(), updatedAt);
    }

    Change<Event> tell(String what) {
        return new Change<>(this, what, EventSnapshot.of(this));
    }
}
