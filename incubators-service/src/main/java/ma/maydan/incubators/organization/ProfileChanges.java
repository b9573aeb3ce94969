package ma.maydan.incubators.organization;

import static ma.maydan.incubators.organization.OrganizationTransition.LIFE_CYCLE;

import java.time.Instant;
import java.util.Objects;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import org.jspecify.annotations.Nullable;

/** How what an organization says of itself is changed: at once, or when the cluster has agreed. */
final class ProfileChanges {

    private ProfileChanges() {}

    /**
     * What counts at once of this profile does, all of it unless the organization was verified; what is left is material
     * and waits, in place of what waited before. Without anything material that goes on waiting.
     */
    static Change<Organization> edit(Organization organization, OrganizationProfile next, Actor actor, Instant now) {
        organization.require(OrganizationTransition.EDIT, actor, now);
        next.requireNothingHidden();
        if (!organization.isInRegister()) {
            return edited(organization.saying(next, null, organization.stage(), now), now);
        }
        var atOnce = ProfileChange.joined(organization.profile(), next);
        return edited(
                organization.saying(atOnce, waiting(organization, next, atOnce, now), organization.stage(), now), now);
    }

    /** Who sends all that it says has confirmed it. */
    private static Change<Organization> edited(Organization said, Instant now) {
        return Organization.change(said.with(said.entry().confirmed(now)), OrganizationTransition.EDIT);
    }

    private static @Nullable ProfileChange waiting(
            Organization organization, OrganizationProfile next, OrganizationProfile atOnce, Instant now) {
        var before = organization.entry().change();
        if (ProfileChange.differences(atOnce, next).isEmpty()) {
            return before == null ? null : before.beside(atOnce);
        }
        return before != null && before.profile().equals(next) ? before : new ProfileChange(next, now, null);
    }

    static Change<Organization> take(Organization organization, Actor actor, Instant now) {
        organization.require(OrganizationTransition.TAKE_CHANGE, actor, now);
        var taken = waiting(organization).takenBy(actor.requirePersonId());
        return Organization.change(
                organization.saying(organization.profile(), taken, organization.stage(), now),
                OrganizationTransition.TAKE_CHANGE);
    }

    static Change<Organization> withdraw(Organization organization, Actor actor, Instant now) {
        organization.require(OrganizationTransition.WITHDRAW_CHANGE, actor, now);
        return Organization.change(
                organization.saying(organization.profile(), null, organization.stage(), now),
                OrganizationTransition.WITHDRAW_CHANGE);
    }

    /** It counts from now on; the members hear of it. */
    static Change<Organization> accept(Organization organization, Actor actor, Instant now) {
        organization.require(OrganizationTransition.ACCEPT_CHANGE, actor, now);
        var next = waiting(organization).profile().with(organization.profile().logo());
        var decision = new Decision(Decision.Outcome.CHANGE_ACCEPTED, actor.requirePersonId(), now, null);
        return decided(organization, next, decision, OrganizationTransition.ACCEPT_CHANGE);
    }

    /** All stays as it was verified; the members hear why. */
    static Change<Organization> giveBack(Organization organization, Actor actor, Instant now, Reason reason) {
        organization.require(OrganizationTransition.RETURN_CHANGE, actor, now);
        var decision = new Decision(Decision.Outcome.CHANGE_RETURNED, actor.requirePersonId(), now, reason);
        return decided(organization, organization.profile(), decision, OrganizationTransition.RETURN_CHANGE);
    }

    private static Change<Organization> decided(
            Organization organization, OrganizationProfile next, Decision decision, OrganizationTransition step) {
        var stage = organization.stage().decided(organization.status(), decision);
        var changed = organization.saying(next, null, stage, decision.at());
        return Organization.change(changed, step).and(changed.told(LIFE_CYCLE.eventType(step), decision.reason()));
    }

    /** What the rules of the step have found to be there. */
    private static ProfileChange waiting(Organization organization) {
        return Objects.requireNonNull(organization.entry().change());
    }

    /** Gives or takes the partner badge; a consequence, not somebody's step. */
    static Change<Organization> showPartner(Organization organization, boolean isPartner, Instant now) {
        var stage = organization.stage().seen(organization.profile().isForEverybody(), now);
        return Organization.change(
                organization.to(organization.entry().asPartner(isPartner), stage, now), "organization.partner_changed");
    }
}
