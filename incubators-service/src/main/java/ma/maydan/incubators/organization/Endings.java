package ma.maydan.incubators.organization;

import static ma.maydan.incubators.organization.OrganizationTransition.LIFE_CYCLE;

import java.time.Instant;
import java.util.List;
import ma.maydan.incubators.casefile.Ending;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.file.Files;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import org.jspecify.annotations.Nullable;

/** How an organization leaves the register for good: two admins revoke it (V13), or it is retired (V15). */
public final class Endings {

    private Endings() {}

    /** The end of a draft that nobody but its members has seen; it belongs to nobody then. */
    static Change<Organization> delete(Organization organization, Actor actor, Instant now) {
        organization.require(OrganizationTransition.DELETE, actor, now);
        return deleted(organization, now);
    }

    /** The same of one of which that is known already. */
    static Change<Organization> deleted(Organization organization, Instant now) {
        return Organization.change(organization.having(Membership.NOBODY, now), OrganizationTransition.DELETE)
                .and(Files.letGo(organization.profile().logo(), null, now))
                .and(Casework.lettingGo(organization.stage().cases().present(), now));
    }

    /** Of which the members hear, with the day until which an owner is heard. */
    public static Change<Organization> propose(Organization organization, Ending ending, Actor actor, Instant now) {
        organization.require(OrganizationTransition.PROPOSE_REVOCATION, actor, now);
        return said(
                organization, ending, OrganizationTransition.PROPOSE_REVOCATION, ending.reason(), ending.begins(), now);
    }

    /** It is not revoked, of which the members hear. */
    public static Change<Organization> withdraw(Organization organization, Actor actor, Instant now) {
        organization.require(OrganizationTransition.WITHDRAW_REVOCATION, actor, now);
        return said(organization, null, OrganizationTransition.WITHDRAW_REVOCATION, null, null, now);
    }

    /** What an owner says against it. */
    public static Change<Organization> hear(Organization organization, String text, Actor actor, Instant now) {
        organization.require(OrganizationTransition.HEARING, actor, now);
        var hearing = new Ending.Hearing(text, actor.requirePersonId(), now);
        var ending = organization.stage().requireEnding().heard(hearing);
        var stage = organization.stage().ending(ending);
        var heard = organization.to(organization.entry(), stage, now);
        return Organization.change(heard, OrganizationTransition.HEARING)
                .and(heard.toldTo(List.of(ending.by()), LIFE_CYCLE.eventType(OrganizationTransition.HEARING)));
    }

    /** Another admin than the one who proposed it confirms, once the day has come. */
    public static Change<Organization> revoke(Organization organization, Actor actor, Instant now) {
        var ending = organization.stage().ending();
        var reason = ending == null ? null : ending.reason();
        return organization.decide(OrganizationTransition.REVOKE, Decision.Outcome.REVOKED, actor, now, reason);
    }

    /** It is at work no more. */
    public static Change<Organization> retire(Organization organization, Ending ending, Actor actor, Instant now) {
        organization.require(OrganizationTransition.RETIRE, actor, now);
        var before = new Organization(
                organization.id(),
                organization.version(),
                organization.membership(),
                organization.profile().inactive(),
                organization.entry(),
                organization.stage().ending(ending),
                organization.updatedAt());
        return before.decided(OrganizationTransition.RETIRE, Decision.Outcome.RETIRED, actor, now, ending.reason());
    }

    private static Change<Organization> said(
            Organization organization,
            @Nullable Ending ending,
            OrganizationTransition step,
            @Nullable Reason reason,
            @Nullable Instant until,
            Instant now) {
        var stage = organization.stage().ending(ending);
        var next = organization.to(organization.entry(), stage, now);
        return Organization.change(next, step).and(next.told(LIFE_CYCLE.eventType(step), reason, until));
    }
}
