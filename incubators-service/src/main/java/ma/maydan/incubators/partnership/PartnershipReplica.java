package ma.maydan.incubators.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import ma.maydan.starter.replica.Replica;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of a partnership.
 *
 * @param parties the ids of the organizations
 * @param startsOn the first day on which it is in force, by the calendar of Casablanca; null when nothing says
 * @param endsOn the last
 * @param nextTurn the day on which it comes in force, or is not any more; null when no such day is ahead
 */
public record PartnershipReplica(
        @BsonId String id,
        long sequence,
        String status,
        List<String> parties,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate nextTurn)
        implements Replica {

    /** Agreed on, and neither suspended nor ended before its time. */
    static final Set<String> AGREED = Set.of("APPROVED", "ACTIVE");

    /** The same, with what is ahead of it from a day on. */
    PartnershipReplica seenOn(LocalDate today) {
        return new PartnershipReplica(id, sequence, status, parties, startsOn, endsOn, turnAfter(today));
    }

    private @Nullable LocalDate turnAfter(LocalDate today) {
        if (!AGREED.contains(status) || startsOn == null || endsOn == null) {
            return null;
        }
        if (today.isBefore(startsOn)) {
            return startsOn;
        }
        return today.isAfter(endsOn) ? null : endsOn.plusDays(1);
    }
}
