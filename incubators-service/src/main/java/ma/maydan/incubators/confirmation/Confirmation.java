package ma.maydan.incubators.confirmation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.time.Morocco;
import org.jspecify.annotations.Nullable;

/**
 * Until when an organization is confirmed: twelve months after it was verified, or its owner has declared that nothing
 * has changed. Days are those of Morocco, and begin at midnight there.
 *
 * @param since when it was last verified or confirmed as a whole, by which the directory is ordered
 * @param nextOn the day on which it is to be confirmed again
 * @param stepAt when something is due of it next: a reminder, or that it lapses; null when nothing is any more
 * @param statements the latest {@value #KEPT}, oldest first
 */
public record Confirmation(
        Instant since, LocalDate nextOn, @Nullable Instant stepAt, List<Statement> statements) {

    /** After the day on which it was to be confirmed. */
    public static final int GRACE_DAYS = 30;

    private static final int MONTHS = 12;
    private static final int KEPT = 12;

    /** Before which it cannot be confirmed again. */
    private static final int OPEN_DAYS = 30;

    /** When its owners are reminded, and at last when it lapses, in days from the one on which it is to be confirmed. */
    private static final List<Integer> STEPS = List.of(-OPEN_DAYS, -7, 0, 15, GRACE_DAYS);

    public Confirmation {
        statements = List.copyOf(statements);
    }

    /** Of an organization that was verified now. */
    public static Confirmation of(Instant now) {
        return from(now, List.of());
    }

    private static Confirmation from(Instant now, List<Statement> statements) {
        var nextOn = LocalDate.ofInstant(now, Morocco.ZONE).plusMonths(MONTHS);
        return new Confirmation(now, nextOn, at(nextOn, STEPS.getFirst()), statements);
    }

    /** The same, verified again. */
    public Confirmation verified(Instant now) {
        return from(now, statements);
    }

    /** The same for twelve months more, as an owner has declared. */
    public Confirmation stated(Statement statement) {
        var all = Stream.concat(statements.stream(), Stream.of(statement)).toList();
        return from(statement.at(), all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /** The same once everything has been done of it that was due; what was missed is not made up for. */
    public Confirmation told(Instant now) {
        var next = STEPS.stream()
                .map(days -> at(nextOn, days))
                .filter(step -> step.isAfter(now))
                .findFirst();
        return new Confirmation(since, nextOn, next.orElse(null), statements);
    }

    public boolean isStepDue(Instant now) {
        return stepAt != null && !now.isBefore(stepAt);
    }

    /** Whether an owner may confirm it again. */
    public boolean isOpen(Instant now) {
        return !now.isBefore(at(nextOn, -OPEN_DAYS));
    }

    /** When it counts no more unless somebody confirms it. */
    public Instant lapsesAt() {
        return at(nextOn, GRACE_DAYS);
    }

    public boolean isLapsed(Instant now) {
        return !now.isBefore(lapsesAt());
    }

    private static Instant at(LocalDate day, int days) {
        return day.plusDays(days).atStartOfDay(Morocco.ZONE).toInstant();
    }
}
