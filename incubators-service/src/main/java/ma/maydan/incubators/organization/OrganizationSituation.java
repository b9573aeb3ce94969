package ma.maydan.incubators.organization;

import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;
import org.jspecify.annotations.Nullable;

/** Somebody in front of an organization, in the role that they have in it. */
record OrganizationSituation(Organization organization, Actor actor) implements Situation<OrganizationStatus> {

    OrganizationSituation {
        actor = actor.with(organization.roleOf(actor).orElse(null));
    }

    @Override
    public OrganizationStatus state() {
        return organization.status();
    }

    /** Whether it is this person's case. */
    boolean hasTheCase() {
        return actor.is(organization.stage().takenBy());
    }

    /** Whether something of its profile waits for the cluster. */
    boolean hasChange() {
        return organization.entry().change() != null;
    }

    /** The officer who looks at what waits; null for nobody. */
    @Nullable
    String changeTakenBy() {
        var change = organization.entry().change();
        return change == null ? null : change.takenBy();
    }

    /** Whether it is this person's case, or has been. */
    boolean tookTheCase() {
        return hasTheCase() || organization.stage().cases().present().wasTakenBy(actor.personId());
    }

    boolean isPassed() {
        return organization.stage().cases().present().reviewed().isPassed();
    }

    boolean isFailed() {
        return organization.stage().cases().present().reviewed().isFailed();
    }

    boolean hasRoomForNotes() {
        return !organization.stage().cases().present().reviewed().isFull();
    }

    /** Whether nothing was asked for in this case: it is asked once. */
    boolean isUnasked() {
        return organization.stage().cases().present().info() == null;
    }

    /** Whether it was this person who suspended it. */
    boolean suspended() {
        return actor.is(organization
                .stage()
                .last(Decision.Outcome.SUSPENDED)
                .map(Decision::decidedBy)
                .orElse(null));
    }
}
