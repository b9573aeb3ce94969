package ma.maydan.incubators.organization;

import static ma.maydan.incubators.organization.OrganizationTransition.LIFE_CYCLE;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import ma.maydan.incubators.casefile.CaseFile;
import ma.maydan.incubators.casefile.Cases;
import ma.maydan.incubators.casefile.Check;
import ma.maydan.incubators.casefile.Evidence;
import ma.maydan.incubators.casefile.EvidenceItem;
import ma.maydan.incubators.casefile.Happening.What;
import ma.maydan.incubators.casefile.Inquiry;
import ma.maydan.incubators.casefile.Review;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.file.Files;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;

/** What is done with the case of an organization between its submission and the decision. */
public final class Casework {

    /** The work of reminding an organization of what it is asked for, and of ending the case of one that is silent. */
    public static final String ANSWER = "organization.answer";

    /** The work of letting go of what was given for a case, by the number of its receipt. */
    public static final String EVIDENCE_END = "organization.evidence-end";

    /** From the end of its case. */
    private static final Period EVIDENCE_KEPT = Period.ofYears(5);

    private Casework() {}

    /**
     * Gives a document of the check list, in place of the one before.
     *
     * @param given asked once it is known that the actor may give it
     */
    public static Change<Organization> give(
            Organization organization, Supplier<Evidence> given, Actor actor, Instant now) {
        organization.require(OrganizationTransition.EVIDENCE, actor, now);
        var evidence = given.get();
        return evidence(organization, evidence.item(), file -> file.with(evidence), now);
    }

    /** @throws ProblemException 404 when it was not given */
    public static Change<Organization> takeBack(
            Organization organization, EvidenceItem item, Actor actor, Instant now) {
        organization.require(OrganizationTransition.EVIDENCE, actor, now);
        if (organization.stage().cases().present().evidence(item).isEmpty()) {
            throw ProblemException.notFound();
        }
        return evidence(organization, item, file -> file.without(item), now);
    }

    private static Change<Organization> evidence(
            Organization organization, EvidenceItem item, UnaryOperator<CaseFile> step, Instant now) {
        var cases = organization.stage().cases();
        var before = cases.present().evidence(item).map(one -> one.paper().id()).orElse(null);
        var changed = organization.status() == OrganizationStatus.INFO_REQUESTED
                ? cases.whileAsked(step)
                : cases.putTogether(step);
        return change(organization, organization.status(), changed, OrganizationTransition.EVIDENCE, now)
                .and(Files.letGo(before, null, now));
    }

    /** Gives a case back to those that wait. */
    public static Change<Organization> release(Organization organization, Actor actor, Instant now) {
        organization.require(OrganizationTransition.RELEASE, actor, now);
        var released = organization.stage().released(actor.requirePersonId(), now);
        return Organization.change(
                organization.to(organization.entry(), released, now), OrganizationTransition.RELEASE);
    }

    /** Takes a case over from whoever has it, who hears of it. */
    public static Change<Organization> takeOver(Organization organization, Actor actor, Instant now) {
        organization.require(OrganizationTransition.TAKE_OVER, actor, now);
        var taken = organization.stage().takenOver(actor.requirePersonId(), now);
        var change = Organization.change(
                organization.to(organization.entry(), taken, now), OrganizationTransition.TAKE_OVER);
        var before = organization.stage().takenBy();
        return before == null ? change : change.and(change.state().toldTo(List.of(before), "organization.taken_over"));
    }

    /** Says what came of looking at each side of it, in place of what was said before. */
    public static Change<Organization> check(Organization organization, List<Check> checks, Actor actor, Instant now) {
        organization.require(OrganizationTransition.CHECKS, actor, now);
        var cases = organization.stage().cases().checked(checks);
        return change(organization, organization.status(), cases, OrganizationTransition.CHECKS, now);
    }

    /** Writes something for the staff alone. */
    public static Change<Organization> note(Organization organization, String text, Actor actor, Instant now) {
        organization.require(OrganizationTransition.NOTE, actor, now);
        var cases = organization.stage().cases().noted(new Review.Note(text, actor.requirePersonId(), now));
        return change(organization, organization.status(), cases, OrganizationTransition.NOTE, now);
    }

    /** Asks the organization for something, of which its members hear; its clock pauses. */
    public static Change<Organization> requestInfo(
            Organization organization, List<Inquiry.InfoItem> items, Actor actor, Instant now) {
        organization.require(OrganizationTransition.REQUEST_INFO, actor, now);
        var cases = organization.stage().cases().asked(items, actor.requirePersonId(), now);
        var change = change(
                organization, OrganizationStatus.INFO_REQUESTED, cases, OrganizationTransition.REQUEST_INFO, now);
        return change.and(waiting(change.state(), LIFE_CYCLE.eventType(OrganizationTransition.REQUEST_INFO)));
    }

    /**
     * The organization answers each item, of which who took the case hears.
     *
     * @throws ProblemException 422 when it is not one answer for each
     */
    public static Change<Organization> provideInfo(
            Organization organization, List<Inquiry.Answer> answers, Actor actor, Instant now) {
        organization.require(OrganizationTransition.PROVIDE_INFO, actor, now);
        var cases = organization.stage().cases().answered(answers, actor.requirePersonId(), now);
        var next = OrganizationTransition.PROVIDE_INFO;
        var change = change(organization, OrganizationStatus.UNDER_REVIEW, cases, next, now);
        var taker = organization.stage().takenBy();
        return change.and(Due.never(ANSWER, organization.id()))
                .and(
                        taker == null
                                ? List.of()
                                : List.of(change.state().toldTo(List.of(taker), LIFE_CYCLE.eventType(next))));
    }

    /** V5: it is reminded of what it is asked for, and after that its case ends; empty when nothing is due. */
    public static Optional<Change<Organization>> silent(Organization organization, Instant now) {
        var cases = organization.stage().cases();
        var info = cases.present().info();
        if (organization.status() != OrganizationStatus.INFO_REQUESTED
                || info == null
                || now.isBefore(info.nextDue())) {
            return Optional.empty();
        }
        if (info.hasReminderLeft()) {
            var reminded = at(organization, OrganizationStatus.INFO_REQUESTED, cases.reminded(now), now);
            return Optional.of(Organization.change(reminded, "organization.reminded")
                    .and(waiting(reminded, "organization.reminded")));
        }
        var withdrawn = at(organization, OrganizationStatus.WITHDRAWN, cases.ended(What.WITHDRAWN, null, now), now);
        return Optional.of(Organization.change(withdrawn, "organization.withdrawn")
                .and(withdrawn.told("organization.withdrawn", null))
                .and(ending(withdrawn, now)));
    }

    /** With the end of a case: what was given for it is let go of after a while. */
    static List<Due> ending(Organization organization, Instant now) {
        var submission = organization.stage().cases().present().submission();
        var until = now.atZone(ZoneOffset.UTC).plus(EVIDENCE_KEPT).toInstant();
        return submission == null ? List.of() : List.of(Due.at(EVIDENCE_END, submission.receipt(), until));
    }

    /** What was given for a case is let go of, unless the next one has it too; empty when nothing is left. */
    public static Optional<Change<Organization>> forget(Organization organization, String receipt, Instant now) {
        var cases = organization.stage().cases();
        var file = cases.withReceipt(receipt).filter(one -> !one.evidence().isEmpty());
        return file.map(one -> Organization.change(
                        at(organization, organization.status(), cases.forgetting(receipt), now),
                        "organization.evidence_ended")
                .and(lettingGo(one, now)));
    }

    /** Its members are told until when it is to answer, and what is due next is done. */
    private static List<Due> waiting(Organization organization, String what) {
        var info = Objects.requireNonNull(organization.stage().cases().present().info());
        var told = Telling.of(
                        what,
                        "organizations",
                        organization.id(),
                        organization.profile().legalName())
                .at(info.answerBy())
                .to(organization.memberIds().stream().map(Told::person).toList())
                .due(organization.id(), organization.version(), organization.updatedAt());
        return List.of(told, Due.at(ANSWER, organization.id(), info.nextDue()));
    }

    private static Change<Organization> change(
            Organization organization,
            OrganizationStatus next,
            Cases cases,
            OrganizationTransition transition,
            Instant now) {
        return Organization.change(at(organization, next, cases, now), transition);
    }

    private static Organization at(Organization organization, OrganizationStatus next, Cases cases, Instant now) {
        return organization.to(organization.entry(), organization.stage().at(next, cases), now);
    }

    static List<Due> lettingGo(CaseFile file, Instant now) {
        return file.evidence().stream()
                .flatMap(one -> Files.letGo(one.paper().id(), null, now).stream())
                .toList();
    }
}
