package ma.maydan.incubators.imports;

import java.time.Clock;
import ma.maydan.incubators.imports.OrganizationImport.Status;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/**
 * Forgets what an import needs no longer: once it cannot be undone any more, the spreadsheet, what stood in the cells, and
 * what was before; of one that is given up, all rows.
 */
@Component
class ImportForgetting implements WorkHandler {

    private final ImportStore imports;
    private final ImportRowStore rows;
    private final Clock clock;

    ImportForgetting(ImportStore imports, ImportRowStore rows, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OrganizationImport.FORGET;
    }

    @Override
    public void run(Work work, Lease lease) {
        var imported = imports.find(work.subject()).orElse(null);
        if (imported == null) {
            return;
        }
        var now = clock.instant();
        if (imported.isIdle()) {
            if (!now.isBefore(imported.updatedAt().plus(OrganizationImport.RUN_WITHIN))) {
                imports.tryUpdate(imported.lapsed(now));
            }
            return;
        }
        if (imported.isIn(Status.RUNNING) || imported.isIn(Status.UNDOING)) {
            return;
        }
        // First, so that nobody begins to undo what is about to be forgotten.
        if (imported.source().file() != null && !imports.tryUpdate(imported.forgotten(now))) {
            throw new IllegalStateException("It has changed meanwhile");
        }
        if (imported.isIn(Status.DISCARDED)) {
            rows.delete(imported.id());
        } else {
            rows.forget(imported.id());
        }
    }
}
