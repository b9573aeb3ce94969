package ma.maydan.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.IntPredicate;
import ma.maydan.starter.text.LocalizedText;

/**
 * What is generated, as far as the kinds share it: so many documents of each kind, the same for the same size and
 * time. Every attribute follows from the number of the document and a name, so that one kind can ask what another one
 * will be without reading it.
 *
 * @param now the hour of the load, from which dates go back and forth
 */
public record World(int size, Instant now) {

    /** Numbers of organizations with a part of their own; the others follow. */
    public static final int HOST = 0;

    public static final int SUSPENDED_HOST = 1;
    private static final int FIRST_OF_CONSULTANT = 2;
    private static final int FIRST_OF_COLLECTOR = 22;

    /** Owns the organization with 10,000 events, programs and partnerships. */
    public static final String OWNER = "owner";
    /** Owns 20 organizations. */
    public static final String CONSULTANT = "consultant";
    /** Owns 1,000 organizations. */
    public static final String COLLECTOR = "collector";
    /** Is registered for 1,000 events. */
    public static final String FAN = "fan";

    /** The event with 10,000 people in its waiting list. */
    public static final int FULL_EVENT = 0;

    public static World of(int size) {
        return new World(size, Instant.now().truncatedTo(ChronoUnit.HOURS));
    }

    public static String id(String kind, long number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** 0 to below {@code bound}, spread evenly over the numbers. */
    public static int pick(String attribute, int number, int bound) {
        var mixed = number * 0x9E3779B97F4A7C15L + attribute.hashCode() * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return Math.floorMod(mixed ^ (mixed >>> 31), bound);
    }

    /** How many documents the host and the full event have: at most so many, at most half of all. */
    public int upTo(int most) {
        return Math.min(most, size / 2);
    }

    /** The head of a list that belongs to an organization that is not verified any more. */
    public int hidden() {
        return Math.min(3_000, size / 10);
    }

    /** Whose document this is: the host's first, then those of the suspended one, then anybody's who may own it. */
    public int owner(String kind, int number, IntPredicate mayOwn) {
        var ofHost = upTo(10_000);
        if (number < ofHost) {
            return HOST;
        }
        if (number < ofHost + hidden()) {
            return SUSPENDED_HOST;
        }
        var owner = pick(kind + "-owner", number, size);
        while (owner < 2 || !mayOwn.test(owner)) {
            owner = (owner + 1) % size;
        }
        return owner;
    }

    public boolean isHidden(int number) {
        return number >= upTo(10_000) && number < upTo(10_000) + hidden();
    }

    /** The owner of an organization. */
    public String ownerOf(int organization) {
        if (organization == HOST) {
            return OWNER;
        }
        if (organization >= FIRST_OF_CONSULTANT && organization < FIRST_OF_COLLECTOR) {
            return CONSULTANT;
        }
        return organization >= FIRST_OF_COLLECTOR && organization < FIRST_OF_COLLECTOR + Math.min(1_000, size / 3)
                ? COLLECTOR
                : "person-" + organization / 2;
    }

    /** A time within so many days of now, no two alike; documents in their order have it mixed. */
    public Instant within(String attribute, int number, Duration from, Duration to) {
        var place = Math.floorMod(number * 7919L + Math.abs(attribute.hashCode() % 1000), size);
        return now.plus(from).plusMillis(to.minus(from).toMillis() / size * place);
    }

    public static LocalizedText text(String name, int number, int times) {
        return new LocalizedText(
                ("لقاء المقاولات الناشئة " + number + " ").repeat(times),
                ("Rencontre " + name + " des startups " + number + " ").repeat(times),
                ("Meeting " + name + " of startups " + number + " ").repeat(times));
    }

    /** Half of them in Casablanca. */
    public static String region(int number) {
        return pick("region", number, 2) == 0 ? "MA-06" : "MA-%02d".formatted(pick("other-region", number, 12) + 1);
    }
}
