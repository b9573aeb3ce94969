package ma.maydan.incubators.imports;

import java.time.Instant;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;

/** Somebody in front of an import, at a time. */
record ImportSituation(OrganizationImport imported, Actor actor, Instant now)
        implements Situation<OrganizationImport.Status> {

    @Override
    public OrganizationImport.Status state() {
        return imported.stage().status();
    }

    boolean isInTime() {
        var until = imported.stage().undoneBy();
        return until != null && now.isBefore(until);
    }
}
