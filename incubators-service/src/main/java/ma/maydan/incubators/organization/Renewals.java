package ma.maydan.incubators.organization;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ma.maydan.incubators.casefile.Declaration;
import ma.maydan.incubators.confirmation.Confirmation;
import ma.maydan.incubators.confirmation.Statement;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;

/** How a verified organization stays one: an owner confirms it each year, or it lapses until somebody does (V9, V10). */
public final class Renewals {

    /** The work of reminding the owners, and of letting an organization lapse that nobody confirms. */
    public static final String CONFIRMATION = "organization.confirmation";

    private static final String DUE = "organization.confirmation_due";
    private static final String LAPSED = "organization.lapsed";

    private Renewals() {}

    /** @throws ProblemException 409 for another declaration than the present one, or {@code change-waits} */
    public static Change<Organization> renew(
            Organization organization, Declaration declaration, Actor actor, Instant now) {
        organization.require(OrganizationTransition.RENEW, actor, now);
        declaration.require(Declaration.RENEWAL);
        var statement = new Statement(declaration, actor.requirePersonId(), now);
        var next = organization.stage().at(OrganizationStatus.VERIFIED);
        var renewed = organization.to(organization.entry().renewed(statement), seen(organization, next, now), now);
        return Organization.change(renewed, OrganizationTransition.RENEW).and(asking(renewed));
    }

    /** What is due of its confirmation: a reminder, or that it lapses; empty when nothing is. */
    public static Optional<Change<Organization>> overdue(Organization organization, Instant now) {
        var confirmation = organization.entry().confirmation();
        if (confirmation == null || !organization.isInRegister() || !confirmation.isStepDue(now)) {
            return Optional.empty();
        }
        var told = organization.entry().with(confirmation.told(now));
        if (confirmation.isLapsed(now)) {
            var next = organization.stage().at(OrganizationStatus.LAPSED);
            var lapsed = organization.to(told, seen(organization, next, now), now);
            return Optional.of(Organization.change(lapsed, LAPSED).and(lapsed.told(LAPSED, null)));
        }
        var reminded = organization.to(told, organization.stage(), now);
        return Optional.of(Organization.change(reminded, DUE)
                .and(reminding(reminded, confirmation))
                .and(asking(reminded)));
    }

    /** The work that is due of its confirmation next. */
    static List<Due> asking(Organization organization) {
        var confirmation = organization.entry().confirmation();
        return confirmation == null || confirmation.stepAt() == null
                ? List.of()
                : List.of(Due.at(CONFIRMATION, organization.id(), Objects.requireNonNull(confirmation.stepAt())));
    }

    /** Its owners are told when it lapses. */
    private static Due reminding(Organization organization, Confirmation confirmation) {
        return Telling.of(
                        DUE,
                        "organizations",
                        organization.id(),
                        organization.profile().legalName())
                .at(confirmation.lapsesAt())
                .to(organization.membership().owners().stream()
                        .map(Told::person)
                        .toList())
                .due(organization.id(), organization.version(), organization.updatedAt());
    }

    private static Verification seen(Organization organization, Verification next, Instant now) {
        return next.seen(organization.profile().isForEverybody(), now);
    }
}
