package ma.maydan.events.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import ma.maydan.benchmarks.World;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.incubators.organization.OrganizationSeeds;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.vocabulary.MemberRole;

/** Events as their own transitions make them. */
public final class EventSeeds {

    private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");
    private static final Actor OWNER = new Actor("owner", false, false).with(MemberRole.OWNER);
    private static final Actor OFFICER = new Actor("officer", true, false);
    private static final Duration HALF_A_YEAR = Duration.ofDays(180);

    /** The one that they are stored in. */
    public static final Shape SHAPE = EventShape.PRESENT;

    private EventSeeds() {}

    /** Two thirds published, half of all in the past and completed; those of the suspended host are the next of all. */
    public static Event of(World world, int number) {
        var event = madeBy(world, number);
        return event.with(event.owner().with(new Standing(!world.isHidden(number), 4)));
    }

    /** While its host was verified. */
    private static Event madeBy(World world, int number) {
        var start = start(world, number);
        var changed = world.within("changed", number, Duration.ofDays(-90), Duration.ZERO);
        var dayBefore = start.minus(Duration.ofDays(1));
        var at = changed.isBefore(dayBefore) ? changed : dayBefore;
        var draft = Event.draft(
                        World.id("event", number),
                        Owner.of(World.id("organization", host(world, number)), new Standing(true, 1)),
                        content(number, start),
                        at)
                .state();
        if (isPublished(world, number)) {
            var published = submitted(draft, at).take(EventTransition.PUBLISH, OFFICER, at).state();
            var completed = published.isOver(world.now()) ? published.complete(published.schedule().endsAt()) : null;
            return completed == null ? published : completed.state();
        }
        return World.pick("event", number, 100) < 90 ? submitted(draft, at) : draft;
    }

    private static Event submitted(Event draft, Instant at) {
        return draft.take(EventTransition.SUBMIT, OWNER, at).state();
    }

    public static boolean isPublished(World world, int number) {
        return number == World.FULL_EVENT || world.isHidden(number) || World.pick("event", number, 100) < 65;
    }

    public static int host(World world, int number) {
        return world.owner("event", number, OrganizationSeeds::isVerified);
    }

    public static Instant start(World world, int number) {
        if (number == World.FULL_EVENT) {
            return world.now().plus(HALF_A_YEAR);
        }
        if (world.isHidden(number)) {
            return world.within("start", number, Duration.ofHours(-12), Duration.ofHours(-11));
        }
        var start = world.within("start", number, HALF_A_YEAR.negated(), HALF_A_YEAR);
        // The next two days are the suspended host's.
        return start.isAfter(world.now()) ? start.plus(Duration.ofDays(2)) : start.minus(Duration.ofDays(2));
    }

    private static EventContent content(int number, Instant start) {
        var from = LocalDateTime.ofInstant(start, ZONE);
        return new EventContent(
                new Wording(World.text("Evénement", number, 1), World.text("Evénement", number, 8)),
                World.pick("event-kind", number, 2) == 0
                        ? Event.Kind.MEETUP
                        : Event.Kind.values()[World.pick("other-kind", number, Event.Kind.values().length)],
                Event.Format.values()[World.pick("format", number, Event.Format.values().length)],
                Schedule.of(from, from.plusDays(1), ZONE),
                new Place(World.region(number), World.text("Salle", number, 1)),
                Reach.EVERYBODY,
                new Seating(
                        number == World.FULL_EVENT ? 100 : 100_000,
                        Seating.Admission.OPEN,
                        null,
                        Window.ALWAYS));
    }
}
