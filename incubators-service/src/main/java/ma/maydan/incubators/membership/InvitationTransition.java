package ma.maydan.incubators.membership;

import static ma.maydan.incubators.membership.Invitation.Status.ACCEPTED;
import static ma.maydan.incubators.membership.Invitation.Status.DECLINED;
import static ma.maydan.incubators.membership.Invitation.Status.PENDING;
import static ma.maydan.incubators.membership.Invitation.Status.REVOKED;
import static ma.maydan.starter.lifecycle.Who.HOLDER;
import static ma.maydan.starter.lifecycle.Who.MANAGER;

import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Rule;
import ma.maydan.starter.lifecycle.Transition;
import ma.maydan.starter.problem.ProblemException;

/** The life cycle of an invitation; its holder is whom it is for, and to decline it who holds its mail. */
enum InvitationTransition implements Transition<Invitation.Status, InvitationSituation> {
    ACCEPT(from(PENDING)
            .by(HOLDER)
            .when(InvitationSituation::isPerson, ProblemException::forbidden)
            .to(ACCEPTED)
            .tells("accepted")),
    DECLINE(from(PENDING).by(HOLDER).to(DECLINED).tells("declined")),
    RESEND(from(PENDING)
            .by(MANAGER)
            .when(InvitationSituation::mayGive, ProblemException::forbidden)
            .when(InvitationSituation::hasLettersLeft)
            .tells("resent")),
    REVOKE(from(PENDING)
            .by(MANAGER)
            .when(InvitationSituation::mayGive, ProblemException::forbidden)
            .to(REVOKED)
            .tells("revoked"));

    static final LifeCycle<InvitationTransition, Invitation.Status, InvitationSituation> LIFE_CYCLE =
            new LifeCycle<>("invitation", InvitationTransition.class);

    private final Rule<Invitation.Status, InvitationSituation> rule;

    InvitationTransition(Rule<Invitation.Status, InvitationSituation> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Invitation.Status, InvitationSituation> rule() {
        return rule;
    }

    private static Rule<Invitation.Status, InvitationSituation> from(
            Invitation.Status first, Invitation.Status... more) {
        return Rule.from(first, more);
    }
}
