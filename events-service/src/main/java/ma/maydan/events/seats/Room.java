package ma.maydan.events.seats;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What of the free seats is for whom.
 *
 * @param quotas what the event says, and is about to say
 */
public record Room(Seats seats, List<Quotas> quotas) {

    /** Those that are for everybody. */
    public int available(Instant now) {
        return Math.max(0, seats.free() - kept(now));
    }

    /** Those that are for some alone. */
    public int kept(Instant now) {
        return quotas.stream()
                .flatMap(quota -> quota.allotments(now))
                .collect(Collectors.toMap(
                        Quotas.Allotment::part, one -> Math.max(0, one.seats() - seats.parts(one.part())), Math::max))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Whether there is one for an organization, by all that is said. */
    boolean isKept(String allotment, Instant now) {
        return seats.free() > 0
                && quotas.stream()
                        .allMatch(quota -> quota.allotments(now)
                                .anyMatch(one -> one.part().equals(allotment) && one.seats() > seats.parts(allotment)));
    }

    /** Whether nobody else can take a part. */
    public boolean isFull(String part) {
        return quotas.stream().anyMatch(quota -> seats.parts(part) >= quota.limit(part));
    }
}
