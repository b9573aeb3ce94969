package ma.maydan.incubators.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.incubators.casefile.Happening.What;
import ma.maydan.starter.vocabulary.OrganizationKind;
import org.jspecify.annotations.Nullable;

/**
 * One request of an organization to be verified, from what it gives for it to the decision. It is kept beside the next.
 *
 * @param evidence each item once
 * @param review null while nobody has looked at it
 * @param appeal against its rejection; null for none
 * @param submission null while it is put together, and of a case from before
 */
public record CaseFile(
        List<Evidence> evidence,
        @Nullable Submission submission,
        @Nullable Inquiry info,
        @Nullable Review review,
        List<Happening> timeline,
        @Nullable Appeal appeal) {

    static final CaseFile EMPTY = new CaseFile(List.of(), null, null, null, List.of(), null);

    public CaseFile {
        evidence = List.copyOf(evidence);
        timeline = List.copyOf(timeline);
    }

    /** The next one, with what was given for this. */
    CaseFile again() {
        return new CaseFile(evidence, null, null, null, List.of(), null);
    }

    public CaseFile with(Evidence given) {
        return withEvidence(
                Stream.concat(others(given.item()), Stream.of(given)).toList());
    }

    public CaseFile without(EvidenceItem item) {
        return withEvidence(others(item).toList());
    }

    CaseFile withoutEvidence() {
        return withEvidence(List.of());
    }

    private CaseFile withEvidence(List<Evidence> changed) {
        return new CaseFile(changed, submission, info, review, timeline, appeal);
    }

    private Stream<Evidence> others(EvidenceItem item) {
        return evidence.stream().filter(one -> one.item() != item);
    }

    public Optional<Evidence> evidence(EvidenceItem item) {
        return evidence.stream().filter(one -> one.item() == item).findFirst();
    }

    /** What is needed of organizations of these kinds and was not given. */
    public List<EvidenceItem> missing(Collection<OrganizationKind> kinds) {
        return EvidenceItem.askedOf(kinds).stream()
                .filter(item -> item.isMandatoryFor(kinds) && evidence(item).isEmpty())
                .toList();
    }

    CaseFile submitted(Submission given, String by) {
        return new CaseFile(evidence, given, info, review, timeline, appeal).and(What.SUBMITTED, by, given.at());
    }

    CaseFile with(Inquiry changed) {
        return new CaseFile(evidence, submission, changed, review, timeline, appeal);
    }

    CaseFile and(What what, @Nullable String by, Instant now) {
        var more = Stream.concat(timeline.stream(), Stream.of(new Happening(what, now, by)))
                .toList();
        return new CaseFile(evidence, submission, info, review, more, appeal);
    }

    CaseFile with(Review changed) {
        return new CaseFile(evidence, submission, info, changed, timeline, appeal);
    }

    CaseFile with(Appeal made) {
        return new CaseFile(evidence, submission, info, review, timeline, made);
    }

    /** When it ended so; null where it did not. */
    public @Nullable Instant ended(What what) {
        return timeline.stream()
                .filter(one -> one.what() == what)
                .map(Happening::at)
                .findFirst()
                .orElse(null);
    }

    /** Nothing where nobody has looked at it. */
    public Review reviewed() {
        return review == null ? Review.NONE : review;
    }

    /** Whether this person has had the case. */
    public boolean wasTakenBy(@Nullable String person) {
        return timeline.stream()
                .anyMatch(one ->
                        one.what() == What.TAKEN && one.by() != null && one.by().equals(person));
    }

    /** Whether this is the number of its receipt. */
    boolean hasReceipt(String number) {
        return submission != null && submission.receipt().equals(number);
    }

    /** Whether it was submitted: of one from before, whether anything has happened. */
    boolean isSubmitted() {
        return submission != null || !timeline.isEmpty();
    }

    /** The last day on which it, or an appeal, is to be decided; null while the clock pauses, and of a case from before. */
    public @Nullable LocalDate dueOn() {
        if (appeal != null) {
            return appeal.isOpen() ? appeal.dueOn() : null;
        }
        if (submission == null || info != null && info.isOpen()) {
            return null;
        }
        return submission.dueOn().plusDays(info == null ? 0 : info.paused());
    }

    /** How many days are left while the clock pauses, else null. */
    public @Nullable Long left() {
        return submission == null || info == null || !info.isOpen() ? null : info.left(submission.dueOn());
    }
}
