package ma.maydan.incubators.imports;

import static ma.maydan.incubators.imports.OrganizationImport.Status.CHECKED;
import static ma.maydan.incubators.imports.OrganizationImport.Status.CHECKING;
import static ma.maydan.incubators.imports.OrganizationImport.Status.DISCARDED;
import static ma.maydan.incubators.imports.OrganizationImport.Status.DONE;
import static ma.maydan.incubators.imports.OrganizationImport.Status.RUNNING;
import static ma.maydan.incubators.imports.OrganizationImport.Status.UNDOING;
import static ma.maydan.incubators.imports.OrganizationImport.Status.UPLOADED;
import static ma.maydan.starter.lifecycle.Who.OFFICER;

import ma.maydan.incubators.imports.OrganizationImport.Status;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Rule;
import ma.maydan.starter.lifecycle.Transition;
import ma.maydan.starter.problem.ProblemException;

/** The life cycle of an import; the work of the staff, whoever of them began it. */
enum ImportTransition implements Transition<Status, ImportSituation> {
    /** Once more too, until it runs. */
    MAPPING(from(UPLOADED, CHECKING, CHECKED).to(CHECKING).tells("mapped")),
    RUN(from(CHECKED).to(RUNNING).tells("run")),
    UNDO(from(DONE)
            .when(ImportSituation::isInTime, () -> ProblemException.conflict("undo-over"))
            .to(UNDOING)
            .tells("undo")),
    DISCARD(from(UPLOADED, CHECKING, CHECKED).to(DISCARDED).tells("discarded"));

    static final LifeCycle<ImportTransition, Status, ImportSituation> LIFE_CYCLE =
            new LifeCycle<>("import", ImportTransition.class);

    private final Rule<Status, ImportSituation> rule;

    ImportTransition(Rule<Status, ImportSituation> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Status, ImportSituation> rule() {
        return rule;
    }

    private static Rule<Status, ImportSituation> from(Status first, Status... more) {
        return Rule.<Status, ImportSituation>from(first, more).by(OFFICER);
    }
}
