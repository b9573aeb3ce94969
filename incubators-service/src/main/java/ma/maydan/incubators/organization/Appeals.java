package ma.maydan.incubators.organization;

import static ma.maydan.incubators.organization.OrganizationTransition.LIFE_CYCLE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.maydan.incubators.casefile.Appeal;
import ma.maydan.incubators.casefile.CaseFile;
import ma.maydan.incubators.casefile.Happening.What;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import org.jspecify.annotations.Nullable;

/** What an organization that was rejected can do: appeal once, or submit again, at once or after a while (V7, V8). */
public final class Appeals {

    private Appeals() {}

    /** Until when it may appeal, from when on it may be submitted again without; null unless it is rejected. */
    public static @Nullable Instant until(Organization organization) {
        return rejection(organization)
                .map(rejection -> rejection.at().plus(Appeal.WITHIN))
                .orElse(null);
    }

    /** The appeal against the present rejection; null for none. */
    public static @Nullable Appeal of(Organization organization) {
        return file(organization).map(CaseFile::appeal).orElse(null);
    }

    /** Its owner appeals, of which its members hear, and who has rejected it. */
    public static Change<Organization> appeal(Organization organization, String text, Actor actor, Instant now) {
        organization.require(OrganizationTransition.APPEAL, actor, now);
        var cases = organization.stage().cases().appealed(Appeal.of(text, actor.requirePersonId(), now));
        var appealed =
                organization.to(organization.entry(), organization.stage().at(organization.status(), cases), now);
        var change = Organization.change(appealed, OrganizationTransition.APPEAL)
                .and(appealed.told(LIFE_CYCLE.eventType(OrganizationTransition.APPEAL), null));
        return rejection(organization)
                .map(rejection ->
                        change.and(appealed.toldTo(List.of(rejection.decidedBy()), "organization.appeal_made")))
                .orElse(change);
    }

    /** It may be submitted again at once. */
    public static Change<Organization> accept(Organization organization, Actor actor, Instant now) {
        return decide(organization, OrganizationTransition.ACCEPT_APPEAL, null, actor, now);
    }

    /** The rejection stays. */
    public static Change<Organization> dismiss(Organization organization, Actor actor, Instant now, Reason reason) {
        return decide(organization, OrganizationTransition.DISMISS_APPEAL, reason, actor, now);
    }

    private static Change<Organization> decide(
            Organization organization, OrganizationTransition step, @Nullable Reason reason, Actor actor, Instant now) {
        organization.require(step, actor, now);
        var accepted = step == OrganizationTransition.ACCEPT_APPEAL;
        var answer = new Appeal.Answer(accepted, reason, actor.requirePersonId(), now);
        var cases = organization.stage().cases().appealAnswered(answer);
        var decided = organization.to(organization.entry(), organization.stage().at(organization.status(), cases), now);
        return Organization.change(decided, step).and(decided.told(LIFE_CYCLE.eventType(step), reason));
    }

    /** Whether it may appeal: once, in time, and only on a case that is kept. */
    static boolean isOpen(Organization organization, Instant now) {
        var until = until(organization);
        return until != null
                && now.isBefore(until)
                && of(organization) == null
                && file(organization).isPresent();
    }

    /** Whether it may be submitted, as far as it was rejected before. */
    static boolean maySubmit(Organization organization, Instant now) {
        var until = until(organization);
        var appeal = of(organization);
        return until == null || !now.isBefore(until) || appeal != null && appeal.isAccepted();
    }

    /** Whether this person has rejected it, or has looked at the case before. */
    static boolean wasDecidedBy(Organization organization, Actor actor) {
        return rejection(organization)
                        .filter(rejection -> actor.is(rejection.decidedBy()))
                        .isPresent()
                || file(organization)
                        .filter(file -> file.wasTakenBy(actor.personId()))
                        .isPresent();
    }

    private static Optional<Decision> rejection(Organization organization) {
        return organization.status() == OrganizationStatus.REJECTED
                ? organization.stage().last(Decision.Outcome.REJECTED)
                : Optional.empty();
    }

    private static Optional<CaseFile> file(Organization organization) {
        return organization.status() == OrganizationStatus.REJECTED
                ? organization.stage().cases().decided().filter(file -> file.ended(What.REJECTED) != null)
                : Optional.empty();
    }
}
