package ma.maydan.events.registration;

import java.time.Duration;
import java.util.stream.IntStream;
import ma.maydan.benchmarks.World;
import ma.maydan.events.event.EventSeeds;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.Spot;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.events.seats.Wish;
import ma.maydan.starter.mongo.Shape;

/** Registrations as their own transitions make them. */
public final class RegistrationSeeds {

    /** The seats of the event with the long waiting list. */
    public static final int SEATS = 100;

    /** The one that they are stored in. */
    public static final Shape SHAPE = RegistrationShape.PRESENT;

    private RegistrationSeeds() {}

    /** The waiting list first, then its event's seats, then those of the fan, then anybody's for any event. */
    public static Registration of(World world, int number) {
        var id = World.id("registration", number);
        var at = world.within("registration", number, Duration.ofDays(-60), Duration.ofMinutes(-10));
        var event = event(world, number);
        var eventId = World.id("event", event);
        var person = isFans(world, number) ? World.FAN : "visitor-" + number;
        var waits = waits(world, number);
        var place = waits ? number + 1L : null;
        var step = new Step(
                "step-" + number,
                waits ? Kind.QUEUE : Kind.CLAIM,
                id,
                place == null ? null : new Spot(place, place, 0),
                new Claimant(id, person, "Visitor " + number, "0".repeat(64)),
                Wish.NOTHING,
                at);
        var start = EventSeeds.start(world, event);
        var of = new ForEvent(eventId, start, start.plus(Duration.ofDays(1)));
        return Registration.made(of, step, at).state();
    }

    public static boolean waits(World world, int number) {
        return number < waiting(world);
    }

    public static int waiting(World world) {
        return world.upTo(10_000);
    }

    /** The number of the event that a registration is for. */
    public static int event(World world, int number) {
        if (number < waiting(world) + Math.min(SEATS, world.size() / 10)) {
            return World.FULL_EVENT;
        }
        if (isFans(world, number)) {
            return publishedAt(world, number - firstOfFan(world));
        }
        var event = World.pick("event-of-registration", number, world.size());
        while (event == World.FULL_EVENT || !EventSeeds.isPublished(world, event)) {
            event = (event + 1) % world.size();
        }
        return event;
    }

    /** The number of the event that is the so many-th of those that are published. */
    private static int publishedAt(World world, int place) {
        return IntStream.range(World.FULL_EVENT + 1, world.size())
                .filter(event -> EventSeeds.isPublished(world, event))
                .skip(place)
                .findFirst()
                .orElseThrow();
    }

    private static int firstOfFan(World world) {
        return waiting(world) + Math.min(SEATS, world.size() / 10);
    }

    private static boolean isFans(World world, int number) {
        return number >= firstOfFan(world) && number < firstOfFan(world) + Math.min(1_000, world.size() / 4);
    }
}
