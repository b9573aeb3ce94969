package ma.maydan.events.organization;

import ma.maydan.starter.ownership.Standing;

/** What keeps the standing of an organization beside its own; organizations know nothing of it. */
public interface StandingFollower {

    /** Takes over a standing. Repeated, or late, it changes nothing. */
    void follow(String organizationId, Standing standing);
}
