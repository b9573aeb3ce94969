package ma.maydan.events.event;

import ma.maydan.events.organization.OrganizationReplica.Standing;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.organization.StandingFollower;
import org.springframework.stereotype.Component;

/** Keeps on each event whether its host is in good standing, so that a list reads only what it shows. */
@Component
class HostStandings implements StandingFollower {

    private static final Standing UNKNOWN = new Standing(false, 0);

    private final EventStore events;

    HostStandings(EventStore events, OrganizationReplicas organizations) {
        this.events = events;
        addFirst(organizations);
    }

    @Override
    public void follow(String organizationId, Standing standing) {
        events.follow(organizationId, standing);
    }

    /** Once, for events from before they kept it. */
    private void addFirst(OrganizationReplicas organizations) {
        for (var hosts = events.hostsNotFollowed(); !hosts.isEmpty(); hosts = events.hostsNotFollowed()) {
            var known = organizations.findAll(hosts);
            for (var host : hosts) {
                var replica = known.get(host);
                events.followFirst(host, replica == null ? UNKNOWN : replica.standing());
            }
        }
    }
}
