package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the host says of an event.
 *
 * @param capacity seats, 1 to 100,000
 */
public record EventContent(
        LocalizedText title,
        @Nullable LocalizedText description,
        Event.Kind kind,
        Event.Format format,
        @JsonUnwrapped Schedule schedule,
        @JsonUnwrapped Place place,
        int capacity) {

    /**
     * @throws ProblemException 422 with all that keeps them from making an event that is still to come
     */
    void check(Instant now) {
        var wrong = new ArrayList<FieldProblem>();
        Checked.Faults faults = (field, code) -> wrong.add(new FieldProblem("/" + field, code, null));
        Schedule.check(schedule.startsAtLocal(), schedule.endsAtLocal(), schedule.zone(), now, faults);
        checkPlace(format, place.venue(), faults);
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
}
