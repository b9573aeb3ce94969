package ma.maydan.events.seats;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What of an event's seats is for some alone.
 *
 * @param options how many people can choose one, for each that has a limit: by {@link Part#option}
 * @param allotments one for an organization at most
 */
public record Quotas(Map<String, Integer> options, List<Allotment> allotments) {

    public static final Quotas NONE = new Quotas(Map.of(), List.of());

    public Quotas {
        options = options == null ? Map.of() : Map.copyOf(options);
        allotments = allotments == null ? List.of() : List.copyOf(allotments);
    }

    /** Seats for the members of an organization alone, until a time. */
    public record Allotment(String organizationId, int seats, Instant until) {

        String part() {
            return Part.allotment(organizationId);
        }
    }

    /** Those that are still for some alone. */
    Stream<Allotment> allotments(Instant now) {
        return allotments.stream().filter(one -> one.until().isAfter(now));
    }

    /** How many can take a part. */
    int limit(String part) {
        return options.getOrDefault(part, Integer.MAX_VALUE);
    }
}
