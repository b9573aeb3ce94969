package ma.maydan.incubators.organization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.vocabulary.MemberRole;

/** How people come to belong to an organization, and leave it. */
public final class Belonging {

    private Belonging() {}

    /**
     * Somebody joins who was asked in, or whose wish was granted.
     *
     * @return empty for who belongs to it already: they keep their role
     */
    public static Optional<Change<Organization>> admit(
            Organization organization, String personId, MemberRole role, Instant now) {
        return organization.membership().roleOf(personId).isPresent()
                ? Optional.empty()
                : Optional.of(
                        members(organization, organization.membership().joinedBy(new Member(personId, role)), now));
    }

    /**
     * An owner makes way for a member who has agreed to it.
     *
     * @return empty where that member is no more, or an owner already
     */
    public static Optional<Change<Organization>> handOver(
            Organization organization, String from, String to, Instant now) {
        return organization
                .membership()
                .roleOf(to)
                .filter(role -> role != MemberRole.OWNER)
                .map(role -> members(organization, organization.membership().handedOver(from, to), now));
    }

    /**
     * Gives a member another role, of which they hear.
     *
     * @throws ProblemException 403; 404 for who is no member; 409 {@code last-owner}
     */
    public static Change<Organization> giveRole(
            Organization organization, String personId, MemberRole role, Actor actor, Instant now) {
        var change =
                members(organization, organization.membership().giving(personId, role, actor.requirePersonId()), now);
        return change.and(change.state().toldTo(List.of(personId), "membership." + role));
    }

    /**
     * A member leaves, of which the owners hear, or is removed, of which they hear themselves.
     *
     * @throws ProblemException 403; 404 for who is no member; 409 {@code last-owner}
     */
    public static Change<Organization> remove(Organization organization, String personId, Actor actor, Instant now) {
        var change = members(organization, organization.membership().without(personId, actor.requirePersonId()), now);
        return change.and(
                actor.is(personId)
                        ? change.state().toldTo(change.state().membership().owners(), "membership.left")
                        : change.state().toldTo(List.of(personId), "membership.ended"));
    }

    private static Change<Organization> members(Organization organization, Membership changed, Instant now) {
        return Organization.change(organization.having(changed, now), "organization.members_changed");
    }
}
