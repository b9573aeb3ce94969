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
import ma.maydan.incubators.organization.Organization;
import ma.maydan.starter.file.Paper;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
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
     * What an owner declares who submits it.
     *
     * @param version of the text
     */
    record CaseDeclaration(String version, LocalizedText text) {}

    /**
     * @param required whether nothing is submitted without it
     * @param paper what was given; null for nothing
     */
    record CheckListItem(
            EvidenceItem item, boolean required, @Nullable Paper paper) {}

    /**
     * @param receipt the number of its receipt; null before it is submitted
     * @param dueOn the last day on which it is to be decided; null while nobody waits for the staff
     * @param daysLeft while the clock pauses
     * @param info what the organization was asked for
     * @param timeline the oldest first
     */
    record File(
            @Nullable String receipt,
            @Nullable Instant receivedAt,
            @Nullable LocalDate dueOn,
            @Nullable Long daysLeft,
            @Nullable Inquiry info,
            @JsonUnwrapped ForStaff forStaff,
            List<Happening> timeline) {

        static File of(CaseFile file, @Nullable LocalDate dueOn, Actor actor) {
            var submission = file.submission();
            return new File(
                    submission == null ? null : submission.receipt(),
                    submission == null ? null : submission.at(),
                    dueOn,
                    file.left(),
                    file.info(),
                    ForStaff.of(file, actor),
                    happenings(file, actor));
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

    /** A case that was decided. */
    record EarlierCase(
            @Nullable String receipt,
            List<EvidenceItem> evidence,
            @Nullable Inquiry info,
            List<Happening> timeline) {

        static EarlierCase of(CaseFile file, Actor actor) {
            var submission = file.submission();
            return new EarlierCase(
                    submission == null ? null : submission.receipt(),
                    file.evidence().stream().map(Evidence::item).toList(),
                    file.info(),
                    happenings(file, actor));
        }
    }

    static CaseView of(Organization organization, Actor caller) {
        var actor = caller.with(organization.roleOf(caller).orElse(null));
        var cases = organization.stage().cases();
        var kinds = organization.profile().kinds();
        return new CaseView(
                organization.id(),
                organization.version(),
                new CaseDeclaration(Declaration.PRESENT, Declaration.text()),
                EvidenceItem.askedOf(kinds).stream()
                        .map(item -> new CheckListItem(
                                item,
                                item.isMandatoryFor(kinds),
                                cases.present()
                                        .evidence(item)
                                        .map(Evidence::paper)
                                        .orElse(null)))
                        .toList(),
                File.of(cases.present(), cases.dueOn(), actor),
                cases.earlier().stream()
                        .map(file -> EarlierCase.of(file, actor))
                        .toList(),
                organization.offer(actor));
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
