package ma.maydan.incubators.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ma.maydan.incubators.imports.OrganizationImport.Status;
import ma.maydan.incubators.organization.ImportedOrganizations;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.incubators.organization.ProfileReader;
import ma.maydan.starter.file.Papers;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.stereotype.Component;

/**
 * Looks at each row and changes nothing in the register. After a crash it reads the spreadsheet from its beginning, since it
 * must know what was in it, and goes on where it stopped.
 */
@Component
class ImportCheck implements WorkHandler {

    private static final int PAGE = 250;
    private static final String DONE = "row";

    private final ImportStore imports;
    private final ImportRowStore rows;
    private final Papers papers;
    private final ProfileReader profiles;
    private final OrganizationService organizations;
    private final ImportedOrganizations register;
    private final Clock clock;

    ImportCheck(
            ImportStore imports,
            ImportRowStore rows,
            Papers papers,
            ProfileReader profiles,
            OrganizationService organizations,
            ImportedOrganizations register,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.papers = papers;
        this.profiles = profiles;
        this.organizations = organizations;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return OrganizationImport.CHECK;
    }

    @Override
    public int together() {
        return 1;
    }

    @Override
    public void run(Work work, Lease lease) {
        var imported = imports.find(work.subject())
                .filter(one -> one.isIn(Status.CHECKING))
                .orElse(null);
        var file = imported == null ? null : imported.source().file();
        if (imported == null || file == null) {
            return;
        }
        var pages = new Pages(
                new RowCheck(imported, profiles, organizations, register),
                work.data().getInt32(DONE, new BsonInt32(0)).getValue(),
                lease);
        Spreadsheet.read(papers.content(file), pages::add);
        pages.look();
        rows.deleteBefore(imported);
        // Somebody who maps it anew has put down other work.
        imports.tryUpdate(imported.checked(clock.instant()));
    }

    private final class Pages {

        private final RowCheck check;
        private final int done;
        private final Lease lease;
        private final List<Spreadsheet.Row> page = new ArrayList<>();

        private Pages(RowCheck check, int done, Lease lease) {
            this.check = check;
            this.done = done;
            this.lease = lease;
        }

        private void add(Spreadsheet.Row row) {
            page.add(row);
            if (page.size() == PAGE) {
                look();
            }
        }

        private void look() {
            if (page.isEmpty()) {
                return;
            }
            var last = page.getLast().number();
            var found = check.of(page);
            page.clear();
            if (last > done) {
                rows.put(found);
                lease.keep(new BsonDocument(DONE, new BsonInt32(last)));
            }
        }
    }
}
