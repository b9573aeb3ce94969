package ma.maydan.incubators.imports;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler.Lease;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Goes through rows of an import, some at a time; after a crash it goes on with those that it had begun. */
final class ImportPages {

    static final int SIZE = 100;

    private static final String BEHIND = "behind";

    private ImportPages() {}

    /**
     * @param next so many rows behind the one with an id
     * @param each does what is to be done with some; done again it changes nothing
     */
    static void go(
            OrganizationImport imported,
            Work work,
            Lease lease,
            BiFunction<String, Integer, List<ImportRow>> next,
            Consumer<List<ImportRow>> each) {
        var behind = work.data()
                .getString(BEHIND, new BsonString(ImportRow.id(imported, 0)))
                .getValue();
        for (var page = next.apply(behind, SIZE); !page.isEmpty(); page = next.apply(behind, SIZE)) {
            each.accept(page);
            behind = page.getLast().id();
            lease.keep(new BsonDocument(BEHIND, new BsonString(behind)));
        }
    }
}
