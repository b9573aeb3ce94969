package ma.maydan.incubators.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.maydan.incubators.imports.ImportRow.Effect;
import ma.maydan.incubators.imports.ImportRow.Result;
import ma.maydan.incubators.imports.ImportRowStore.Taken;
import ma.maydan.incubators.imports.OrganizationImport.Status;
import ma.maydan.incubators.organization.Candidates;
import ma.maydan.incubators.organization.ImportedOrganizations;
import ma.maydan.incubators.organization.ImportedOrganizations.Before;
import ma.maydan.incubators.organization.OrganizationProfile;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings rows into the register, each once: a row is claimed, with what the organization said before and the time of the
 * change, then the organization is changed as it was seen, then the row says what has come of it. Whoever finds a claimed
 * row after a crash knows by version and time whether the change was made.
 */
@Component
class ImportRun implements WorkHandler {

    private final ImportPages pages;
    private final ImportRowStore rows;
    private final ImportedOrganizations register;
    private final Clock clock;

    ImportRun(ImportPages pages, ImportRowStore rows, ImportedOrganizations register, Clock clock) {
        this.pages = pages;
        this.rows = rows;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OrganizationImport.RUN;
    }

    @Override
    public int together() {
        return 1;
    }

    @Override
    public void run(Work work, Lease lease) {
        pages.go(
                Status.RUNNING,
                work,
                lease,
                rows::toRun,
                (imported, page) -> bring(page, imported.stage().by()),
                imported -> imported.done(clock.instant()));
    }

    private void bring(List<ImportRow> page, String runBy) {
        var claims = new LinkedHashMap<String, Effect>();
        var now = clock.instant();
        page.stream()
                .filter(row -> row.effect() == null)
                .forEach(row -> claims.put(row.id(), new Effect(Result.CLAIMED, now, before(row), null)));
        rows.claim(claims);
        var claimed = rows.all(page.stream().map(ImportRow::id).toList());
        var known = register.candidates(
                claimed.stream()
                        .flatMap(row -> Stream.ofNullable(wanted(row).ice()))
                        .toList(),
                List.of());
        var taken = new LinkedHashMap<String, Taken>();
        for (var row : claimed) {
            var claim = Objects.requireNonNull(row.effect());
            if (claim.result() == Result.CLAIMED) {
                var isNew = row.finding().compared() == null;
                taken.put(row.id(), isNew ? create(row, known) : update(row, claim, runBy));
            }
        }
        rows.took(taken);
    }

    /** What the organization says at the version that the row was compared with; null where it has another by now. */
    private @Nullable Before before(ImportRow row) {
        var compared = row.finding().compared();
        return compared == null
                ? null
                : register.find(compared.organizationId())
                        .filter(one -> one.version() == compared.version())
                        .map(Before::of)
                        .orElse(null);
    }

    private Taken create(ImportRow row, Candidates known) {
        var id = Objects.requireNonNull(row.organizationId());
        var wanted = wanted(row);
        var other = wanted.ice() == null ? null : known.withIce(wanted.ice()).orElse(null);
        if (other != null && !other.id().equals(id)) {
            return new Taken(Result.CHANGED_MEANWHILE, null);
        }
        register.create(id, wanted);
        return new Taken(Result.CREATED, 1L);
    }

    private Taken update(ImportRow row, Effect claim, String runBy) {
        var compared = Objects.requireNonNull(row.finding().compared());
        var organization = register.find(compared.organizationId()).orElse(null);
        if (organization == null || claim.before() == null) {
            return new Taken(Result.CHANGED_MEANWHILE, null);
        }
        if (organization.membership().roleOf(runBy).isPresent()) {
            return new Taken(Result.CONFLICT_OF_INTEREST, null);
        }
        var made = organization.version() == compared.version()
                && ImportedOrganizations.isEditable(organization)
                && register.update(organization, wanted(row), claim.at());
        // Before a crash, or by another one at the same row, it may have been made already.
        return made || isMade(row, claim.at())
                ? new Taken(Result.UPDATED, compared.version() + 1)
                : new Taken(Result.CHANGED_MEANWHILE, null);
    }

    private boolean isMade(ImportRow row, Instant at) {
        var compared = Objects.requireNonNull(row.finding().compared());
        return register.find(compared.organizationId())
                .filter(one -> one.version() == compared.version() + 1
                        && one.updatedAt().equals(at)
                        && one.profile().equals(wanted(row)))
                .isPresent();
    }

    private static OrganizationProfile wanted(ImportRow row) {
        return Objects.requireNonNull(row.finding().wanted());
    }
}
