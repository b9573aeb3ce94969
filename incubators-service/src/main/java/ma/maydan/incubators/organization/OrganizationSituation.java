package ma.maydan.incubators.organization;

import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;

/** Somebody in front of an organization, in the role that they have in it. */
record OrganizationSituation(Organization organization, Actor actor) implements Situation<RegistrationStatus> {

    OrganizationSituation {
        actor = actor.with(organization.roleOf(actor).orElse(null));
    }

    @Override
    public RegistrationStatus state() {
        return organization.registrationStatus();
    }

    boolean tookTheCase() {
        return actor.is(organization.takenBy());
    }

    /** Whether it was this person who suspended it. */
    boolean suspended() {
        return actor.is(organization
                .last(Decision.Outcome.SUSPENDED)
                .map(Decision::decidedBy)
                .orElse(null));
    }
}
