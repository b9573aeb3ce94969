package ma.maydan.events.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the host says of an event. A wall-clock time that happens twice means the first.
 *
 * @param startsAtLocal by the clock of {@code zone}, as {@code endsAtLocal}
 */
record EventDetails(
        LocalizedText title,
        @Nullable LocalizedText description,
        Event.Kind kind,
        Event.Format format,
        LocalDateTime startsAtLocal,
        LocalDateTime endsAtLocal,
        ZoneId zone,
        @Nullable String region,
        @Nullable LocalizedText venue,
        int capacity) {

    Instant startsAt() {
        return instant(startsAtLocal, "/startsAtLocal");
    }

    Instant endsAt() {
        return instant(endsAtLocal, "/endsAtLocal");
    }

    /**
     * @throws ProblemException 422 with all that keeps them from making an event that is still to come
     */
    void check(Instant now) {
        var wrong = new ArrayList<FieldProblem>();
        Checked.Faults faults = (field, code) -> wrong.add(new FieldProblem("/" + field, code, null));
        new Schedule(startsAtLocal, endsAtLocal, zone).check(now, faults);
        checkPlace(format, venue, faults);
        if (!wrong.isEmpty()) {
            throw ProblemException.invalidFields(wrong);
        }
    }

    /** Where people come, they are told where to; null is what nobody has said yet. */
    static void checkPlace(Event.@Nullable Format format, @Nullable LocalizedText venue, Checked.Faults faults) {
        if (format != null && format != Event.Format.ONLINE && (venue == null || venue.isEmpty())) {
            faults.add("venue", "required");
        }
    }

    /** The instant of a wall-clock time; the first one when the clock shows it twice. */
    private Instant instant(LocalDateTime local, String pointer) {
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            throw ProblemException.invalidField(pointer, "no-such-time");
        }
        return local.atZone(zone).toInstant();
    }
}
