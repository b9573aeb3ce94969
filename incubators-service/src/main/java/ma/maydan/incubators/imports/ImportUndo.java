package ma.maydan.incubators.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import ma.maydan.incubators.imports.ImportRow.Effect;
import ma.maydan.incubators.imports.ImportRow.Result;
import ma.maydan.incubators.imports.ImportRow.Undo;
import ma.maydan.incubators.imports.ImportRow.Undone;
import ma.maydan.incubators.imports.OrganizationImport.Status;
import ma.maydan.incubators.organization.ImportedOrganizations;
import ma.maydan.incubators.organization.ImportedOrganizations.Before;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/**
 * Takes back what an import has brought, each row once: what was new goes, what was changed says again what it said before.
 * What somebody has changed since stays as it is. Rows are claimed as in {@link ImportRun}.
 */
@Component
class ImportUndo implements WorkHandler {

    private final ImportPages pages;
    private final ImportRowStore rows;
    private final ImportedOrganizations register;
    private final Clock clock;

    ImportUndo(ImportPages pages, ImportRowStore rows, ImportedOrganizations register, Clock clock) {
        this.pages = pages;
        this.rows = rows;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OrganizationImport.UNDO;
    }

    @Override
    public int together() {
        return 1;
    }

    @Override
    public void run(Work work, Lease lease) {
        pages.go(
                Status.UNDOING,
                work,
                lease,
                rows::toUndo,
                (imported, page) -> takeBack(page),
                imported -> imported.undone(clock.instant()));
    }

    private void takeBack(List<ImportRow> page) {
        var ids = page.stream().map(ImportRow::id).toList();
        rows.claimUndo(ids, new Undo(Undone.CLAIMED, clock.instant()));
        var undone = new LinkedHashMap<String, Undone>();
        for (var row : rows.all(ids)) {
            var claim = Objects.requireNonNull(row.undo());
            if (claim.result() == Undone.CLAIMED) {
                undone.put(row.id(), takeBack(row, claim.at()) ? Undone.UNDONE : Undone.TOUCHED);
            }
        }
        rows.tookBack(undone);
    }

    private boolean takeBack(ImportRow row, Instant at) {
        var effect = Objects.requireNonNull(row.effect());
        var id = Objects.requireNonNull(row.organizationId());
        return effect.result() == Result.CREATED ? remove(id, effect, at) : restore(id, effect, at);
    }

    /** Nobody but an import takes away what is nobody's: where it is gone, this has done it. */
    private boolean remove(String id, Effect effect, Instant at) {
        var organization = register.find(id).orElse(null);
        return organization == null
                || isLeft(organization.version(), effect) && register.remove(organization, at)
                || register.find(id).isEmpty();
    }

    private boolean restore(String id, Effect effect, Instant at) {
        var before = Objects.requireNonNull(effect.before());
        var organization = register.find(id).orElse(null);
        var made = organization != null
                && isLeft(organization.version(), effect)
                && register.restore(organization, before, at);
        return made || isMade(id, effect, before, at);
    }

    private boolean isMade(String id, Effect effect, Before before, Instant at) {
        return register.find(id)
                .filter(one -> isLeft(one.version() - 1, effect)
                        && one.updatedAt().equals(at)
                        && one.profile().equals(before.profile()))
                .isPresent();
    }

    /** Whether nobody has touched it since the import. */
    private static boolean isLeft(long version, Effect effect) {
        return effect.version() != null && effect.version() == version;
    }
}
