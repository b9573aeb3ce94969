package ma.maydan.incubators.organization;

import java.time.Instant;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;
import org.jspecify.annotations.Nullable;

/** Somebody in front of an organization, in the role that they have in it, at a time. */
record OrganizationSituation(Organization organization, Actor actor, Instant now)
        implements Situation<OrganizationStatus> {

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

    /** Whether the time has come to confirm it. */
    boolean isToBeConfirmed() {
        var confirmation = organization.entry().confirmation();
        return confirmation != null && confirmation.isOpen(now);
    }

    boolean mayAppeal() {
        return Appeals.isOpen(organization, now);
    }

    boolean maySubmit() {
        return Appeals.maySubmit(organization, now);
    }

    /** Whether an appeal waits. */
    boolean hasAppeal() {
        var appeal = Appeals.of(organization);
        return appeal != null && appeal.isOpen();
    }

    /** Whether this person has rejected it, or looked at it. */
    boolean rejected() {
        return Appeals.wasDecidedBy(organization, actor);
    }

    /** Whether it is another than the one that runs the portal. */
    boolean isNotTheCluster() {
        return !organization.profile().isCluster();
    }

    /** Whether somebody has proposed to revoke it. */
    boolean isToBeRevoked() {
        return organization.stage().ending() != null;
    }

    /** Whether an owner may say something against that, which is once. */
    boolean mayBeHeard() {
        var ending = organization.stage().ending();
        return ending != null && ending.hearing() == null && now.isBefore(ending.begins());
    }

    /** Whether the time to be heard is over. */
    boolean wasHeard() {
        var ending = organization.stage().ending();
        return ending != null && !now.isBefore(ending.begins());
    }

    /** Whether it was this person who proposed that. */
    boolean proposed() {
        var ending = organization.stage().ending();
        return ending != null && actor.is(ending.by());
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
