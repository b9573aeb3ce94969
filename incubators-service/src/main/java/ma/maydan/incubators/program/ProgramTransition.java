package ma.maydan.incubators.program;

import static ma.maydan.incubators.program.ProgramStatus.ARCHIVED;
import static ma.maydan.incubators.program.ProgramStatus.CHANGES_REQUESTED;
import static ma.maydan.incubators.program.ProgramStatus.DRAFT;
import static ma.maydan.incubators.program.ProgramStatus.IN_REVIEW;
import static ma.maydan.incubators.program.ProgramStatus.PUBLISHED;
import static ma.maydan.starter.lifecycle.Who.EDITOR;
import static ma.maydan.starter.lifecycle.Who.MANAGER;
import static ma.maydan.starter.lifecycle.Who.OFFICER;

import ma.maydan.incubators.organization.Refusals;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Rule;
import ma.maydan.starter.lifecycle.Transition;

/** The life cycle of a program. Nothing is submitted or published for an owner that is not verified. */
enum ProgramTransition implements Transition<ProgramStatus, ProgramSituation> {
    EDIT(from(DRAFT, CHANGES_REQUESTED).by(EDITOR).tells("updated")),
    SUBMIT(ofVerified(from(DRAFT, CHANGES_REQUESTED).by(MANAGER)).to(IN_REVIEW).tells("submitted")),
    PUBLISH(ofVerified(from(IN_REVIEW).by(OFFICER)).to(PUBLISHED).tells("published")),
    REQUEST_CHANGES(from(IN_REVIEW).by(OFFICER).to(CHANGES_REQUESTED).tells("changes_requested")),
    ARCHIVE(from(PUBLISHED).by(MANAGER).to(ARCHIVED).tells("archived")),
    DELETE(from(DRAFT).by(EDITOR).tells("deleted"));

    static final LifeCycle<ProgramTransition, ProgramStatus, ProgramSituation> LIFE_CYCLE =
            new LifeCycle<>("program", ProgramTransition.class);

    private final Rule<ProgramStatus, ProgramSituation> rule;

    ProgramTransition(Rule<ProgramStatus, ProgramSituation> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<ProgramStatus, ProgramSituation> rule() {
        return rule;
    }

    private static Rule<ProgramStatus, ProgramSituation> from(ProgramStatus first, ProgramStatus... more) {
        return Rule.from(first, more);
    }

    private static Rule<ProgramStatus, ProgramSituation> ofVerified(Rule<ProgramStatus, ProgramSituation> rule) {
        return rule.when(situation -> situation.owner().isVerified(), Refusals::organizationNotVerified);
    }
}
