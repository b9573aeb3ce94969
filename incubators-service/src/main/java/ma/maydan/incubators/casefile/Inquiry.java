package ma.maydan.incubators.casefile;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What the staff asks an organization for, once in a case: its clock pauses until each item is answered. Law 55-19
 * allows one request of this kind.
 *
 * @param reminders when the organization was reminded
 * @param answeredAt null while it waits
 */
public record Inquiry(
        Instant askedAt,
        Instant answerBy,
        List<InfoItem> items,
        List<Instant> reminders,
        @Nullable Instant answeredAt) {

    public static final int MOST_ITEMS = 10;

    /** After which the case ends without an answer. */
    static final Duration ANSWERED_WITHIN = Duration.ofDays(30);

    private static final List<Duration> REMINDED_AFTER = List.of(Duration.ofDays(15), Duration.ofDays(23));

    /**
     * One thing that is asked for.
     *
     * @param evidence the item of the check list that is to be given anew; null for a question
     * @param answer null while it waits, and where it cannot be provided
     * @param cannotProvide true where the organization says so, else absent
     */
    public record InfoItem(
            LocalizedText question,
            @Nullable EvidenceItem evidence,
            @Nullable String answer,
            @Nullable Boolean cannotProvide) {

        boolean isAnswered() {
            return answer != null || Boolean.TRUE.equals(cannotProvide);
        }
    }

    /**
     * @param text null where it cannot be provided
     */
    public record Answer(@Nullable String text) {}

    public Inquiry {
        items = List.copyOf(items);
        reminders = List.copyOf(reminders);
    }

    static Inquiry of(List<InfoItem> items, Instant now) {
        return new Inquiry(now, now.plus(ANSWERED_WITHIN), items, List.of(), null);
    }

    /**
     * @param answers to each item, in their order
     * @throws ProblemException 422 at {@code /answers} when they are more or fewer
     */
    Inquiry answered(List<Answer> answers, Instant now) {
        if (answers.size() != items.size()) {
            throw ProblemException.invalidFields(List.of(new FieldProblem("/answers", "each-answered", null)));
        }
        var answered = IntStream.range(0, items.size())
                .mapToObj(i -> {
                    var item = items.get(i);
                    var text = answers.get(i).text();
                    return new InfoItem(item.question, item.evidence, text, text == null ? true : null);
                })
                .toList();
        return new Inquiry(askedAt, answerBy, answered, reminders, now);
    }

    Inquiry reminded(Instant now) {
        return new Inquiry(
                askedAt,
                answerBy,
                items,
                Stream.concat(reminders.stream(), Stream.of(now)).toList(),
                answeredAt);
    }

    public boolean isOpen() {
        return answeredAt == null;
    }

    /** When something is due of it while it waits: a reminder, and after the last of them its end. */
    public Instant nextDue() {
        return hasReminderLeft() ? askedAt.plus(REMINDED_AFTER.get(reminders.size())) : answerBy;
    }

    public boolean hasReminderLeft() {
        return reminders.size() < REMINDED_AFTER.size();
    }

    /** For how many days the clock stood still. */
    long paused() {
        return answeredAt == null ? 0 : DAYS.between(Submission.day(askedAt), Submission.day(answeredAt));
    }

    /** How many days were left when it stopped. */
    long left(LocalDate dueOn) {
        return DAYS.between(Submission.day(askedAt), dueOn);
    }
}
