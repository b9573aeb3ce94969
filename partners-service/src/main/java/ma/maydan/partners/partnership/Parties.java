package ma.maydan.partners.partnership;

import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ma.maydan.partners.organization.OrganizationReplica;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.time.Morocco;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of the parties of some partnerships.
 *
 * @param clusterId the cluster that runs the portal
 */
record Parties(Map<String, OrganizationReplica> known, String clusterId) {

    /** Null while the register has not told it. */
    @Nullable
    LocalizedText nameOf(String organizationId) {
        var organization = known.get(organizationId);
        return organization == null ? null : organization.legalName();
    }

    /** Whether the caller belongs to a party, or works for the cluster. */
    boolean areKnownTo(Partnership partnership, Caller caller) {
        return caller.isOfficer()
                || caller.isPerson() && of(partnership).anyMatch(organization -> organization.hasMember(caller.id()));
    }

    /** Whether the caller sees it while it is in force: all whom it names show themselves to everybody. */
    boolean areShown(Partnership partnership, Caller caller) {
        return of(partnership).allMatch(OrganizationReplica::isNamed) || areKnownTo(partnership, caller);
    }

    /** Somebody in the role that they have at the proposer, interested as a member of a party other than the cluster. */
    Actor actor(Partnership partnership, Caller caller) {
        var proposer = known.get(partnership.proposal().proposerOrganizationId());
        var interested = of(partnership)
                .anyMatch(organization -> organization.hasMember(caller.id())
                        && !organization.id().equals(clusterId));
        return Actor.of(caller).with(proposer == null ? null : proposer.roleOf(caller.id()), interested);
    }

    /** Its state in the register; null while the register has not told it. */
    @Nullable
    String statusOf(String organizationId) {
        var organization = known.get(organizationId);
        return organization == null ? null : organization.registrationStatus();
    }

    /** What holds around a partnership at a time. */
    Circumstances around(Partnership partnership, Clock clock) {
        return new Circumstances(
                clock.instant(),
                Morocco.today(clock),
                all(partnership, OrganizationReplica::isVerified),
                all(partnership, OrganizationReplica::isInRegister));
    }

    private boolean all(Partnership partnership, Predicate<OrganizationReplica> stands) {
        return partnership.parties().stream().allMatch(party -> {
            var organization = known.get(party);
            return organization != null && stands.test(organization);
        });
    }

    private Stream<OrganizationReplica> of(Partnership partnership) {
        return known.values().stream()
                .filter(organization -> partnership.parties().contains(organization.id()));
    }
}
