package ma.maydan.events.organization;

/** What keeps the standing of an organization beside its own; organizations know nothing of it. */
public interface StandingFollower {

    /** Takes over a standing. Repeated, or late, it changes nothing. */
    void follow(String organizationId, OrganizationReplica.Standing standing);
}
