package ma.maydan.events.registration;

import static ma.maydan.events.registration.Registration.Status.CANCELLED;
import static ma.maydan.events.registration.Registration.Status.CONFIRMED;
import static ma.maydan.events.registration.Registration.Status.DECLINED;
import static ma.maydan.events.registration.Registration.Status.OFFERED;
import static ma.maydan.events.registration.Registration.Status.PENDING_APPROVAL;
import static ma.maydan.events.registration.Registration.Status.WAITLISTED;
import static ma.maydan.starter.lifecycle.Who.EDITOR;
import static ma.maydan.starter.lifecycle.Who.HOLDER;
import static ma.maydan.starter.lifecycle.Who.OFFICER;

import ma.maydan.events.registration.Registration.Status;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Rule;
import ma.maydan.starter.lifecycle.Transition;

/**
 * The life cycle of a registration. A seat that becomes free is given or offered to the first who waits, and an offer
 * ends, by themselves.
 */
enum RegistrationTransition implements Transition<Status, RegistrationSituation> {
    /** To a seat, or to the last place in the waiting list. */
    APPROVE(Rule.<Status, RegistrationSituation>from(PENDING_APPROVAL)
            .by(EDITOR, OFFICER)
            .when(RegistrationSituation::isKnown)
            .tells("approved")),
    DECLINE(Rule.<Status, RegistrationSituation>from(PENDING_APPROVAL)
            .by(EDITOR, OFFICER)
            .when(RegistrationSituation::isBeforeTheEnd)
            .to(DECLINED)
            .tells("declined")),
    ACCEPT(Rule.<Status, RegistrationSituation>from(OFFERED)
            .by(HOLDER)
            .when(RegistrationSituation::isKnown)
            .to(CONFIRMED)
            .tells("accepted")),
    /** Its organization names who comes, in place of nobody or of somebody else. */
    NAME(Rule.<Status, RegistrationSituation>from(PENDING_APPROVAL, CONFIRMED, WAITLISTED, OFFERED)
            .by(HOLDER)
            .when(RegistrationSituation::isNameable)
            .tells("named")),
    /** An offer that is given up is declined. Who was named by an organization gives the seat back to it. */
    CANCEL(Rule.<Status, RegistrationSituation>from(PENDING_APPROVAL, CONFIRMED, WAITLISTED, OFFERED)
            .by(HOLDER)
            .when(RegistrationSituation::isBeforeTheEnd)
            .to(CANCELLED)
            .tells("cancelled"));

    static final LifeCycle<RegistrationTransition, Status, RegistrationSituation> LIFE_CYCLE =
            new LifeCycle<>("registration", RegistrationTransition.class);

    private final Rule<Status, RegistrationSituation> rule;

    RegistrationTransition(Rule<Status, RegistrationSituation> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Status, RegistrationSituation> rule() {
        return rule;
    }
}
