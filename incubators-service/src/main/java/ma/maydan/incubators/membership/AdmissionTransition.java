package ma.maydan.incubators.membership;

import static ma.maydan.incubators.membership.Admission.Status.ACCEPTED;
import static ma.maydan.incubators.membership.Admission.Status.PENDING;
import static ma.maydan.incubators.membership.Admission.Status.REFUSED;
import static ma.maydan.incubators.membership.Admission.Status.WITHDRAWN;
import static ma.maydan.starter.lifecycle.Who.HOLDER;
import static ma.maydan.starter.lifecycle.Who.OWNER;

import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Rule;
import ma.maydan.starter.lifecycle.Transition;

/** The life cycle of a request to join; its holder is who asks. */
enum AdmissionTransition implements Transition<Admission.Status, AdmissionSituation> {
    ACCEPT(Rule.<Admission.Status, AdmissionSituation>from(PENDING)
            .by(OWNER)
            .to(ACCEPTED)
            .tells("accepted")),
    REFUSE(Rule.<Admission.Status, AdmissionSituation>from(PENDING)
            .by(OWNER)
            .to(REFUSED)
            .tells("refused")),
    WITHDRAW(Rule.<Admission.Status, AdmissionSituation>from(PENDING)
            .by(HOLDER)
            .to(WITHDRAWN)
            .tells("withdrawn"));

    static final LifeCycle<AdmissionTransition, Admission.Status, AdmissionSituation> LIFE_CYCLE =
            new LifeCycle<>("join-request", AdmissionTransition.class);

    private final Rule<Admission.Status, AdmissionSituation> rule;

    AdmissionTransition(Rule<Admission.Status, AdmissionSituation> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Admission.Status, AdmissionSituation> rule() {
        return rule;
    }
}
