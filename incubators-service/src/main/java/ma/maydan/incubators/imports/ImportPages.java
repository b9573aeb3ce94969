package ma.maydan.incubators.imports;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import ma.maydan.incubators.imports.OrganizationImport.Status;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler.Lease;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.springframework.stereotype.Component;

/** Goes through rows of an import, some at a time; after a crash it goes on with those that it had begun. */
@Component
class ImportPages {

    static final int SIZE = 100;

    private static final String BEHIND = "behind";

    private final ImportStore imports;

    ImportPages(ImportStore imports) {
        this.imports = imports;
    }

    /** So many rows at most behind the one with an id. */
    interface Next {
        List<ImportRow> of(OrganizationImport imported, String behind, int most);
    }

    /**
     * Nothing where the import is in another state.
     *
     * @param each does what is to be done with some rows; done again it changes nothing
     * @param end what becomes of the import when all is done
     * @throws IllegalStateException while another import has its turn
     */
    void go(
            Status status,
            Work work,
            Lease lease,
            Next next,
            BiConsumer<OrganizationImport, List<ImportRow>> each,
            Function<OrganizationImport, Change<OrganizationImport>> end) {
        var imported =
                imports.find(work.subject()).filter(one -> one.isIn(status)).orElse(null);
        if (imported == null) {
            return;
        }
        if (!imports.takeTurn(imported.id())) {
            throw new IllegalStateException("Another import is at work");
        }
        var behind = work.data()
                .getString(BEHIND, new BsonString(ImportRow.id(imported, 0)))
                .getValue();
        for (var page = next.of(imported, behind, SIZE); !page.isEmpty(); page = next.of(imported, behind, SIZE)) {
            each.accept(imported, page);
            behind = page.getLast().id();
            lease.keep(new BsonDocument(BEHIND, new BsonString(behind)));
        }
        imports.tryUpdate(end.apply(imported));
    }
}
