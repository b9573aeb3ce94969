package ma.maydan.events.event;

import static ma.maydan.events.event.EventTransition.LIFE_CYCLE;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
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
import ma.maydan.starter.text.LocalizedText;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An event, workshop or training.
 *
 * @param owner its host, whose slot it holds until it is published or cancelled
 */
public record Event(
        @BsonId String id,
        long version,
        Owner owner,
        EventContent content,
        @Nullable Image image,
        Stage stage,
        Instant updatedAt)
        implements Owned<Event> {

    /** The work of completing one that is over. */
    static final String END = "event.end";

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
     * What it looks like.
     *
     * @param file see {@link ma.maydan.starter.file.Pictures}
     * @param alt what can be seen, for who does not see it
     */
    public record Image(String file, LocalizedText alt) {}

    /**
     * Where it stands.
     *
     * @param status as it was decided; what it is by the clock and the host's standing is {@link #statusAt}
     * @param publicChangeAt see {@link Owned}
     */
    public record Stage(
            Status status,
            @Nullable Decision decision,
            @Nullable Instant publicChangeAt) {}

    /**
     * The last negative or backward step, with its reason.
     *
     * @param reasonText null where the code says all
     */
    public record Decision(
            String outcome, String reasonCode, @Nullable LocalizedText reasonText, Instant at) {}

    /**
     * @throws ProblemException 422 when the content does not make an event
     */
    static Change<Event> draft(String id, Owner host, EventContent content, Instant now) {
        content.check(now);
        return new Event(id, 1, host, content, null, new Stage(Status.DRAFT, null, null), now).tell("event.created");
    }

    /** What this actor may do now, in the order of the life cycle. */
    Offer offer(Actor actor, Instant now) {
        return LIFE_CYCLE.offer(new EventSituation(this, actor, now));
    }

    Change<Event> edit(EventContent changed, Actor actor, Instant now) {
        LIFE_CYCLE.require(EventTransition.EDIT, new EventSituation(this, actor, now));
        changed.check(now);
        return new Event(id, version + 1, owner, changed, image, new Stage(Status.DRAFT, null, null), now)
                .tell("event.updated");
    }

    /**
     * Gives it another picture, or none; the one before is let go of.
     *
     * @param picture of what file it has now, if it has one; asked once it is known that the actor may give it one
     */
    Change<Event> illustrate(Function<@Nullable String, @Nullable Image> picture, Actor actor, Instant now) {
        LIFE_CYCLE.require(EventTransition.IMAGE, new EventSituation(this, actor, now));
        var given = picture.apply(imageFile());
        var seen = new Stage(status(), stage.decision, stage.publicChangeAt == null ? null : now);
        return new Event(id, version + 1, owner, content, given, seen, now)
                .tell("event.updated")
                .and(Files.letGo(imageFile(), given == null ? null : given.file(), now));
    }

    @Nullable
    String imageFile() {
        return image == null ? null : image.file();
    }

    /** Takes a transition that needs no reason. */
    Change<Event> take(EventTransition transition, Actor actor, Instant now) {
        return taken(transition, actor, null, now).and(consequences(transition, null, now));
    }

    /** Takes a negative or backward transition. */
    Change<Event> take(EventTransition transition, Actor actor, Reason reason, Instant now) {
        var outcome = transition.rule().to() == Status.CANCELLED ? "CANCELLED" : "RETURNED";
        return taken(transition, actor, new Decision(outcome, reason.code().name(), reason.text(), now), now)
                .and(consequences(transition, reason, now));
    }

    /** Who hears of a step that has been taken, and that a published event ends at its time. */
    private List<Due> consequences(EventTransition taken, @Nullable Reason reason, Instant now) {
        var hosts = Told.membersOf(owner.organizationId());
        return switch (taken) {
            case PUBLISH ->
                List.of(
                        told(taken, null, now, List.of(hosts)),
                        Due.at(END, id, schedule().endsAt()));
            case RETURN -> List.of(told(taken, reason, now, List.of(hosts)));
            case DELETE -> Files.letGo(imageFile(), null, now);
            case CANCEL ->
                List.of(told(taken, reason, now, List.of(hosts, new Told(REGISTERED, id))), Due.never(END, id));
            default -> List.of();
        };
    }

    private Due told(EventTransition taken, @Nullable Reason reason, Instant now, List<Told> to) {
        return Telling.of(LIFE_CYCLE.eventType(taken), "events", id, content.title())
                .because(reason)
                .at(startsAt())
                .to(to)
                .due(id, version + 1, now);
    }

    private Change<Event> taken(EventTransition transition, Actor actor, @Nullable Decision because, Instant now) {
        LIFE_CYCLE.require(transition, new EventSituation(this, actor, now));
        var next = transition.rule().to();
        return to(next == null ? status() : next, because, now).tell(LIFE_CYCLE.eventType(transition));
    }

    /** An event that is over is completed; null when it is not over, or was never published. */
    @Nullable
    Change<Event> complete(Instant now) {
        return status() == Status.PUBLISHED && isOver(now)
                ? to(Status.COMPLETED, null, now).tell("event.completed")
                : null;
    }

    private Event to(Status next, @Nullable Decision because, Instant now) {
        var waits = next == Status.DRAFT || next == Status.SUBMITTED;
        var seen = stage.publicChangeAt != null || next == Status.PUBLISHED;
        return new Event(
                id,
                version + 1,
                waits ? owner : owner.holding(null),
                content,
                image,
                new Stage(next, because, seen ? now : null),
                now);
    }

    @Override
    public Event with(Owner host) {
        return new Event(id, version, host, content, image, stage, updatedAt);
    }

    Status status() {
        return stage.status;
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

    /** Why it is what it is now, for those who may read it; null when nothing was taken back. */
    public @Nullable Decision decisionAt(Instant now) {
        return statusAt(now) == Status.SUSPENDED
                ? new Decision("SUSPENDED", "HOST_NOT_VERIFIED", null, changedAt())
                : stage.decision;
    }

    public boolean isOver(Instant now) {
        return !schedule().endsAt().isAfter(now);
    }

    /** Whether a seat is given: published, not begun, its host in good standing. */
    public boolean takesRegistrations(Instant now) {
        return statusAt(now) == Status.PUBLISHED && startsAt().isAfter(now);
    }

    /** Whether everybody sees it. */
    boolean isPublic() {
        return status().isShown() && owner.isVerified();
    }

    /** When what the caller of a public list sees of it changed last. */
    Instant changedAt() {
        return stage.publicChangeAt == null ? updatedAt : stage.publicChangeAt;
    }

    private Change<Event> tell(String what) {
        return new Change<>(this, what, EventSnapshot.of(this));
    }
}
