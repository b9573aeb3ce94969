package ma.maydan.incubators.program;

import ma.maydan.incubators.organization.Organization;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;

/** Somebody in front of a program, in the role that they have in the organization that owns it. */
record ProgramSituation(Program program, Organization owner, Actor actor) implements Situation<ProgramStatus> {

    ProgramSituation {
        actor = actor.with(owner.roleOf(actor).orElse(null));
    }

    @Override
    public ProgramStatus state() {
        return program.status();
    }
}
