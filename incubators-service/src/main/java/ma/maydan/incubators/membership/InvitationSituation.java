package ma.maydan.incubators.membership;

import java.time.Instant;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;

/** Somebody in front of an invitation, in the role that they have in the organization. */
record InvitationSituation(Invitation invitation, Organization organization, Actor actor, Instant now)
        implements Situation<Invitation.Status> {

    InvitationSituation {
        actor = actor.with(organization.roleOf(actor).orElse(null));
    }

    @Override
    public Invitation.Status state() {
        return invitation.statusAt(now);
    }

    /** Not somebody who holds its mail and is nobody in particular. */
    boolean isPerson() {
        return actor.personId() != null;
    }

    boolean hasLettersLeft() {
        return invitation.stage().letters() < Invitation.LETTERS;
    }

    /** Whether the actor could have invited so; of who could not, nobody is to be kept out or asked again. */
    boolean mayGive() {
        return actor.personId() != null
                && organization
                        .membership()
                        .mayGive(actor.personId(), invitation.invited().role());
    }
}
