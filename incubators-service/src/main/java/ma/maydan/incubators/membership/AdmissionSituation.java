package ma.maydan.incubators.membership;

import java.time.Instant;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;

/** Somebody in front of a request to join, who may be the one who asks. */
record AdmissionSituation(Admission request, Organization organization, Actor actor, Instant now)
        implements Situation<Admission.Status> {

    AdmissionSituation {
        var asker = request.asker().person();
        actor = (asker == null ? actor : actor.of(asker))
                .with(organization.roleOf(actor).orElse(null));
    }

    @Override
    public Admission.Status state() {
        return request.statusAt(now);
    }
}
