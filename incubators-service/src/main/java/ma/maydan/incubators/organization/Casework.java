package ma.maydan.incubators.organization;

import static ma.maydan.incubators.organization.OrganizationTransition.LIFE_CYCLE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import ma.maydan.incubators.casefile.CaseFile;
import ma.maydan.incubators.casefile.Cases;
import ma.maydan.incubators.casefile.Evidence;
import ma.maydan.incubators.casefile.EvidenceItem;
import ma.maydan.incubators.casefile.Happening.What;
import ma.maydan.incubators.casefile.Inquiry;
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

    private Casework() {}

    /**
     * Gives a document of the check list, in place of the one before.
     *
     * @param given asked once it is known that the actor may give it
     */
    public static Change<Organization> give(
            Organization organization, Supplier<Evidence> given, Actor actor, Instant now) {
        organization.require(OrganizationTransition.EVIDENCE, actor);
        var evidence = given.get();
        return evidence(organization, evidence.item(), file -> file.with(evidence), now);
    }

    /** @throws ProblemException 404 when it was not given */
    public static Change<Organization> takeBack(Organization organization, EvidenceItem item, Actor actor, Instant now) {
        organization.require(OrganizationTransition.EVIDENCE, actor);
        if (organization.stage().cases().present().evidence(item).isEmpty()) {
            throw ProblemException.notFound();
        }
        return evidence(organization, item, file -> file.without(item), now);
    }

    private static Change<Organization> evidence(
            Organization organization,
            EvidenceItem item,
            UnaryOperator<CaseFile> step,
            Instant now) {
        var cases = organization.stage().cases();
        var before = cases.present().evidence(item).map(one -> one.paper().id()).orElse(null);
        var changed = organization.status() == OrganizationStatus.INFO_REQUESTED
                ? cases.whileAsked(step)
                : cases.putTogether(step);
        return change(organization, organization.status(), changed, OrganizationTransition.EVIDENCE, now)
                .and(Files.letGo(before, null, now));
    }

    /** Asks the organization for something, of which its members hear; its clock pauses. */
    public static Change<Organization> requestInfo(
            Organization organization, List<Inquiry.InfoItem> items, Actor actor, Instant now) {
        organization.require(OrganizationTransition.REQUEST_INFO, actor);
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
        organization.require(OrganizationTransition.PROVIDE_INFO, actor);
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
            return Optional.of(
                    Organization.change(reminded, "organization.reminded").and(waiting(reminded, "organization.reminded")));
        }
        var withdrawn =
                at(organization, OrganizationStatus.WITHDRAWN, cases.ended(What.WITHDRAWN, null, now), now);
        return Optional.of(Organization.change(withdrawn, "organization.withdrawn")
                .and(withdrawn.told("organization.withdrawn", null)));
    }

    /** Its members are told until when it is to answer, and what is due next is done. */
    private static List<Due> waiting(Organization organization, String what) {
        var info = Objects.requireNonNull(organization.stage().cases().present().info());
        var told = Telling.of(
                        what, "organizations", organization.id(), organization.profile().legalName())
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
