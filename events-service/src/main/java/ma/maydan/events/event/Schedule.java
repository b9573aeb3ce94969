package ma.maydan.events.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import ma.maydan.starter.problem.Checked;
import org.jspecify.annotations.Nullable;

/**
 * When an event is, by the clock of its place. A wall-clock time that happens twice means the first.
 *
 * @param start null while nobody has said it
 * @param end null while nobody has said it
 */
record Schedule(@Nullable LocalDateTime start, @Nullable LocalDateTime end, ZoneId zone) {

    /** Says what is wrong with it at {@code startsAtLocal} and {@code endsAtLocal}, one thing at each. */
    void check(Instant now, Checked.Faults faults) {
        var startsAt = instant(start);
        var endsAt = instant(end);
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
                && Duration.between(startsAt, endsAt).compareTo(Event.LONGEST) > 0) {
            faults.add("endsAtLocal", "too-long");
        }
    }

    /** Null when the clock of the place never shows it. */
    private @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null || zone.getRules().getValidOffsets(local).isEmpty()
                ? null
                : local.atZone(zone).toInstant();
    }
}
