package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import ma.maydan.events.question.Question;
import ma.maydan.starter.problem.Checked;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of who registers.
 *
 * @param questions in their order, {@value Question#MOST} at most
 * @param answersUntilLocal until when answers are changed, by the clock of the event's zone; null for until it begins,
 *     which is the latest
 */
public record Asking(
        List<Question> questions,

        @Schema(type = "string", example = "2026-12-08T18:00") @Nullable
        LocalDateTime answersUntilLocal,

        @Nullable Instant answersUntil) {

    /** Nothing. */
    public static final Asking NOTHING = new Asking(List.of(), null, null);

    public Asking {
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** @throws ProblemException 422 at a time that the clock of the place never shows */
    static Asking of(List<Question> questions, @Nullable LocalDateTime until, ZoneId zone) {
        return new Asking(
                questions, until, until == null ? null : Schedule.required(until, zone, "/answersUntilLocal"));
    }

    /** The same, until so much later by the clock. */
    Asking movedBy(Duration by, ZoneId zone) {
        return of(questions, Schedule.moved(answersUntilLocal, by, zone), zone);
    }

    /** The same for another event, until that begins. */
    Asking untilItBegins() {
        return new Asking(questions, null, null);
    }

    /** @param start of the event; null while nobody has said it */
    static void check(
            @Nullable LocalDateTime until, @Nullable LocalDateTime start, ZoneId zone, Checked.Faults faults) {
        var untilAt = Schedule.instant(until, zone);
        var startsAt = Schedule.instant(start, zone);
        if (until != null && untilAt == null) {
            faults.add("answersUntilLocal", "no-such-time");
        } else if (untilAt != null && startsAt != null && untilAt.isAfter(startsAt)) {
            faults.add("answersUntilLocal", "answers-after-start");
        }
    }
}
