package ma.maydan.partners.partnership;

import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;

/** Somebody in front of a partnership, on a day. */
record PartnershipSituation(Partnership partnership, Actor actor, Circumstances now)
        implements Situation<Partnership.Status> {

    @Override
    public Partnership.Status state() {
        return partnership.status();
    }
}
