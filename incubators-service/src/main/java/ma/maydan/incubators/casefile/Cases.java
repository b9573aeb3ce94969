package ma.maydan.incubators.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ma.maydan.incubators.casefile.Happening.What;
import org.jspecify.annotations.Nullable;

/**
 * The cases of an organization.
 *
 * @param all the latest {@value #KEPT}, oldest first; the last is the present one
 * @param dueOn the last day on which the present one is to be decided; null while nobody waits for the staff
 */
public record Cases(List<CaseFile> all, @Nullable LocalDate dueOn) {

    public static final Cases NONE = new Cases(List.of(), null);

    private static final int KEPT = 12;

    public Cases {
        all = List.copyOf(all);
    }

    /** The one that is put together or looked at; empty before anything was given. */
    public CaseFile present() {
        return all.isEmpty() ? CaseFile.EMPTY : all.getLast();
    }

    /** Those before the present one, the latest first. */
    public List<CaseFile> earlier() {
        return all.isEmpty() ? List.of() : all.subList(0, all.size() - 1).reversed();
    }

    public Optional<CaseFile> withReceipt(String number) {
        return all.stream().filter(one -> one.hasReceipt(number)).findFirst();
    }

    /** The evidence of one case is kept no longer. */
    public Cases forgetting(String number) {
        return new Cases(
                all.stream()
                        .map(one -> one.hasReceipt(number) ? one.withoutEvidence() : one)
                        .toList(),
                dueOn);
    }

    /** What is put together: once a case was decided, the next one. */
    public Cases putTogether(UnaryOperator<CaseFile> change) {
        return present().isSubmitted()
                ? and(change.apply(present().again()))
                // An appeal against the one before goes on waiting.
                : new Cases(change(change, false).all, dueOn);
    }

    /** What is given while the organization is asked for something. */
    public Cases whileAsked(UnaryOperator<CaseFile> change) {
        return change(change, false);
    }

    public Cases submitted(Submission given, String by) {
        return putTogether(file -> file.submitted(given, by)).change(file -> file, true);
    }

    public Cases asked(List<Inquiry.InfoItem> items, String by, Instant now) {
        return change(file -> file.with(Inquiry.of(items, now)).and(What.INFO_REQUESTED, by, now), true);
    }

    /** @throws ma.maydan.starter.problem.ProblemException see {@link Inquiry#answered} */
    public Cases answered(List<Inquiry.Answer> answers, String by, Instant now) {
        return change(
                file -> file.info() == null
                        ? file
                        : file.with(file.info().answered(answers, now)).and(What.INFO_PROVIDED, by, now),
                true);
    }

    public Cases reminded(Instant now) {
        return change(
                file -> file.info() == null
                        ? file
                        : file.with(file.info().reminded(now)).and(What.REMINDED, null, now),
                true);
    }

    public Cases checked(List<Check> checks) {
        return change(file -> file.with(file.reviewed().with(checks)), true);
    }

    public Cases noted(Review.Note note) {
        return change(file -> file.with(file.reviewed().with(note)), true);
    }

    /** A step after which the staff goes on with it. */
    public Cases goingOn(What what, String by, Instant now) {
        return change(file -> file.and(what, by, now), true);
    }

    /** Its last step. */
    public Cases ended(What what, @Nullable String by, Instant now) {
        return change(file -> file.and(what, by, now), false);
    }

    /** The last one that was submitted: the present one, or while the next is put together the one before. */
    public Optional<CaseFile> decided() {
        return all.reversed().stream().filter(CaseFile::isSubmitted).findFirst();
    }

    public Cases appealed(Appeal appeal) {
        var next = decided(file -> file.with(appeal).and(What.APPEALED, appeal.by(), appeal.at()));
        return new Cases(next, appeal.dueOn());
    }

    public Cases appealAnswered(Appeal.Answer answer) {
        var what = answer.accepted() ? What.APPEAL_ACCEPTED : What.APPEAL_DISMISSED;
        return new Cases(
                decided(file -> file.appeal() == null
                        ? file
                        : file.with(file.appeal().answered(answer)).and(what, answer.by(), answer.at())),
                null);
    }

    private List<CaseFile> decided(UnaryOperator<CaseFile> change) {
        var of = decided().orElse(null);
        return all.stream().map(file -> file == of ? change.apply(file) : file).toList();
    }

    private Cases and(CaseFile next) {
        var more = Stream.concat(all.stream(), Stream.of(next)).toList();
        return new Cases(more.subList(Math.max(0, more.size() - KEPT), more.size()), dueOn);
    }

    private Cases change(UnaryOperator<CaseFile> change, boolean waiting) {
        var changed = change.apply(present());
        var before = all.isEmpty() ? all : all.subList(0, all.size() - 1);
        return new Cases(Stream.concat(before.stream(), Stream.of(changed)).toList(), waiting ? changed.dueOn() : null);
    }
}
