package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * When an event is. Its wall-clock times and zone are what the host said; the instants follow from them by the zone
 * rules in force when it was saved. A wall-clock time that happens twice means the first.
 *
 * @param startsAtLocal by the clock of {@code zone}, as {@code endsAtLocal}
 */
public record Schedule(
        @Schema(type = "string", example = "2026-12-10T10:00")
        LocalDateTime startsAtLocal,

        @Schema(type = "string", example = "2026-12-10T12:00")
        LocalDateTime endsAtLocal,

        @Schema(type = "string") ZoneId zone,
        Instant startsAt,
        Instant endsAt) {

    /** The longest an event lasts; lists of what is not over rely on it. */
    public static final Duration LONGEST = Duration.ofDays(31);

    /** @throws ProblemException 422 at a time that the clock of the place never shows */
    static Schedule of(LocalDateTime startsAtLocal, LocalDateTime endsAtLocal, ZoneId zone) {
        return new Schedule(
                startsAtLocal,
                endsAtLocal,
                zone,
                required(startsAtLocal, zone, "/startsAtLocal"),
                required(endsAtLocal, zone, "/endsAtLocal"));
    }

    /** So much later by its clock. */
    Schedule movedBy(Duration by) {
        return of(startsAtLocal.plus(by), endsAtLocal.plus(by), zone);
    }

    /** The time that the clock shows then, so much later: behind it where it is one that the clock never shows. */
    static @Nullable LocalDateTime moved(@Nullable LocalDateTime local, Duration by, ZoneId zone) {
        return local == null ? null : local.plus(by).atZone(zone).toLocalDateTime();
    }

    static Instant required(LocalDateTime local, ZoneId zone, String pointer) {
        var instant = instant(local, zone);
        if (instant == null) {
            throw ProblemException.invalidField(pointer, "no-such-time");
        }
        return instant;
    }

    /**
     * Says what is wrong with it at {@code startsAtLocal} and {@code endsAtLocal}, one thing at each.
     *
     * @param start null while nobody has said it, as {@code end}
     */
    static void check(
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            ZoneId zone,
            Instant now,
            Checked.Faults faults) {
        var startsAt = instant(start, zone);
        var endsAt = instant(end, zone);
        if (start != null && startsAt == null) {
            faults.add("startsAtLocal", "no-such-time");
        } else if (startsAt != null && !startsAt.isAfter(now)) {
            faults.add("startsAtLocal", "in-the-past");
        }
        if (end != null && endsAt == null) {
            faults.add("endsAtLocal", "no-such-time");
        } else if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            faults.add("endsAtLocal", "ends-before-start");
        } else if (startsAt != null
                && endsAt != null
                && Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
            faults.add("endsAtLocal", "too-long");
        }
    }

    /** Null when the clock of the place never shows it. */
    static @Nullable Instant instant(@Nullable LocalDateTime local, ZoneId zone) {
        return local == null || zone.getRules().getValidOffsets(local).isEmpty()
                ? null
                : local.atZone(zone).toInstant();
    }
}
