package ma.maydan.incubators.verification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.maydan.incubators.casefile.CaseFile;
import ma.maydan.incubators.casefile.Check;
import ma.maydan.incubators.casefile.Declaration;
import ma.maydan.incubators.casefile.Evidence;
import ma.maydan.incubators.casefile.EvidenceItem;
import ma.maydan.incubators.casefile.Happening;
import ma.maydan.incubators.casefile.Inquiry;
import ma.maydan.incubators.casefile.Review;
import ma.maydan.incubators.organization.EarlierCases;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.starter.file.Paper;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * The case of an organization, as its members and the staff see it.
 *
 * @param version of the organization
 * @param checkList what is asked of it
 * @param file the present case
 * @param earlier those before it, the latest first
 */
record CaseView(
        String id,
        long version,
        CaseDeclaration declaration,
        List<CheckListItem> checkList,
        @JsonUnwrapped File file,
        List<EarlierCase> earlier,
        @JsonUnwrapped Offer offer)
        implements Versioned {

    /**
     * What an owner declares who submits it, or confirms one that was verified.
     *
     * @param version of the text
     */
    record CaseDeclaration(String version, LocalizedText text) {

        static CaseDeclaration of(Organization organization) {
            var version = organization.isInRegister() ? Declaration.RENEWAL : Declaration.PRESENT;
            return new CaseDeclaration(version, Declaration.text(version));
        }
    }

    /**
     * @param required whether nothing is submitted without it
     * @param paper what was given; null for nothing
     */
    record CheckListItem(
            EvidenceItem item, boolean required, @Nullable Paper paper) {}

    /** @param receipt the number of its receipt; null before it is submitted */
    record Received(@Nullable String receipt, @Nullable Instant receivedAt) {}

    /**
     * @param dueOn the last day on which it is to be decided; null while nobody waits for the staff
     * @param daysLeft while the clock pauses
     * @param info what the organization was asked for
     * @param timeline the oldest first
     * @param rejection what can be done about it; while the organization is rejected
     */
    record File(
            @JsonUnwrapped Received received,
            @Nullable LocalDate dueOn,
            @Nullable Long daysLeft,
            @Nullable Inquiry info,
            @JsonUnwrapped ForStaff forStaff,
            List<Happening> timeline,
            @Nullable RejectionView rejection) {

        static File of(Organization organization, Actor actor) {
            var cases = organization.stage().cases();
            var file = cases.present();
            var submission = file.submission();
            return new File(
                    submission == null ? new Received(null, null) : new Received(submission.receipt(), submission.at()),
                    cases.dueOn(),
                    file.left(),
                    file.info(),
                    ForStaff.of(file, actor),
                    happenings(file, actor),
                    RejectionView.of(organization));
        }
    }

    /**
     * What the organization never sees; null for who is none of the staff, or belongs to it.
     *
     * @param checks what came of looking at it
     * @param notes what the staff has written to each other
     */
    record ForStaff(@Nullable List<Check> checks, @Nullable List<Review.Note> notes) {

        static ForStaff of(CaseFile file, Actor actor) {
            return actor.officer() && !actor.interested()
                    ? new ForStaff(file.reviewed().checks(), file.reviewed().notes())
                    : new ForStaff(null, null);
        }
    }

    /**
     * A case that was decided.
     *
     * @param reason why it was rejected; null where it was not, or nobody knows any more
     * @param changed what is another in the case after it, as pointers: {@code /ice}, {@code /evidence/MANDATE}
     */
    record EarlierCase(
            @Nullable String receipt,
            List<EvidenceItem> evidence,
            @Nullable Inquiry info,
            List<Happening> timeline,
            @Nullable Reason reason,
            RejectionView.@Nullable AppealView appeal,
            List<String> changed) {

        static EarlierCase of(Organization organization, CaseFile file, Actor actor) {
            var submission = file.submission();
            return new EarlierCase(
                    submission == null ? null : submission.receipt(),
                    file.evidence().stream().map(Evidence::item).toList(),
                    file.info(),
                    happenings(file, actor),
                    EarlierCases.reasonOf(organization, file),
                    RejectionView.AppealView.of(file.appeal()),
                    EarlierCases.changedSince(organization, file));
        }
    }

    static CaseView of(Organization organization, Actor caller, Instant now) {
        var actor = caller.with(organization.roleOf(caller).orElse(null));
        var cases = organization.stage().cases();
        var kinds = organization.profile().kinds();
        return new CaseView(
                organization.id(),
                organization.version(),
                CaseDeclaration.of(organization),
                EvidenceItem.askedOf(kinds).stream()
                        .map(item -> new CheckListItem(
                                item,
                                item.isMandatoryFor(kinds),
                                cases.present()
                                        .evidence(item)
                                        .map(Evidence::paper)
                                        .orElse(null)))
                        .toList(),
                File.of(organization, actor),
                cases.earlier().stream()
                        .map(file -> EarlierCase.of(organization, file, actor))
                        .toList(),
                organization.offer(actor, now));
    }

    /** Who took a step is for the staff. */
    private static List<Happening> happenings(CaseFile file, Actor actor) {
        return actor.officer() && !actor.interested()
                ? file.timeline()
                : file.timeline().stream()
                        .map(one -> new Happening(one.what(), one.at(), null))
                        .toList();
    }
}
