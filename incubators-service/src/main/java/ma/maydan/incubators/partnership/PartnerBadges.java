package ma.maydan.incubators.partnership;

import java.time.Clock;
import java.util.Collection;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.cluster.ClusterOrganization;
import ma.maydan.starter.time.Morocco;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * An organization carries the partner badge while it is a party of a partnership in force. The cluster is a party of
 * nearly all of them, and carries none: it is whose partners they are.
 */
@Component
class PartnerBadges {

    private final PartnershipStore partnerships;
    private final OrganizationService organizations;
    private final ClusterOrganization cluster;
    private final Clock clock;

    PartnerBadges(
            PartnershipStore partnerships,
            OrganizationService organizations,
            ClusterOrganization cluster,
            Clock clock) {
        this.partnerships = partnerships;
        this.organizations = organizations;
        this.cluster = cluster;
        this.clock = clock;
        // It may carry one from before.
        organizations.showPartner(cluster.id(), () -> false);
    }

    /** Brings the badges of these organizations in line with what is in force now. */
    void show(Collection<String> organizationIds) {
        for (var id : organizationIds) {
            organizations.showPartner(id, () -> isPartner(id));
        }
    }

    private boolean isPartner(String id) {
        return !id.equals(cluster.id()) && partnerships.isPartyOfOneInForce(id, Morocco.today(clock));
    }

    /** At midnight partnerships come in force, and end, also when their own service is away. */
    @Scheduled(fixedDelay = 1_000)
    void turn() {
        var today = Morocco.today(clock);
        for (var partnership : partnerships.due(today)) {
            show(partnership.parties());
            partnerships.turned(partnership.seenOn(today));
        }
    }
}
