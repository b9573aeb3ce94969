package ma.maydan.incubators.imports;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import ma.maydan.incubators.imports.ImportRow.Effect;
import ma.maydan.incubators.imports.ImportRow.Outcome;
import ma.maydan.incubators.imports.ImportRow.Result;
import ma.maydan.incubators.imports.ImportRow.Undo;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.SeenBy;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The collection {@code import_rows}. */
@Component
class ImportRowStore {

    private static final String IMPORT = "place.importId";
    private static final String ROUND = "place.round";
    private static final String OUTCOME = "finding.outcome";
    private static final String UPDATE = "update";
    private static final String EFFECT = "effect";
    private static final String RESULT = "effect.result";
    private static final String UNDO = "undo";
    private static final String UNDONE = "undo.result";

    private static final SortedQuery<ImportRow> IN_ORDER =
            SortedQuery.ascendingByText("_id", ImportRow::id, ImportRow::id);

    private final MongoCollection<ImportRow> rows;

    ImportRowStore(MongoDatabase database) {
        rows = Readable.collection(database, "import_rows", ImportRow.class, Shape.first());
        var indexes = IndexBuilds.on(rows);
        indexes.createIndex(Indexes.ascending(IMPORT, ROUND, OUTCOME, "_id"));
        indexes.createIndex(Indexes.ascending(IMPORT, ROUND, "_id"));
    }

    /** Spreadsheets name people who have no account; what stands in their cells is forgotten with the file. */
    @Bean
    static PersonalData importedPeople() {
        return PersonalDocuments.ofOthers(Declared.of(
                "imported",
                "import_rows",
                Kept.days((int) OrganizationImport.RUN_WITHIN.toDays() + 1, Kept.Since.WRITTEN),
                SeenBy.STAFF));
    }

    /** What was found of rows; what is there already, from before a crash, says the same. */
    void put(List<ImportRow> found) {
        try {
            rows.insertMany(found, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    /** What earlier rounds have found counts no more. */
    void deleteBefore(OrganizationImport imported) {
        rows.deleteMany(
                and(eq(IMPORT, imported.id()), lt(ROUND, imported.stage().round())));
    }

    private static Bson of(OrganizationImport imported) {
        return and(eq(IMPORT, imported.id()), eq(ROUND, imported.stage().round()));
    }

    Optional<ImportRow> find(OrganizationImport imported, int number) {
        return Optional.ofNullable(
                rows.find(eq("_id", ImportRow.id(imported, number))).first());
    }

    List<ImportRow> all(Collection<String> ids) {
        return Readable.list(rows.find(in("_id", ids)).sort(Sorts.ascending("_id")));
    }

    Page<ImportRow> list(
            OrganizationImport imported, @Nullable Outcome outcome, @Nullable String result, Paging paging) {
        var filters = new ArrayList<Bson>(List.of(of(imported)));
        if (outcome != null) {
            filters.add(eq(OUTCOME, outcome));
        }
        if (result != null) {
            filters.add(or(eq(RESULT, result), eq(UNDONE, result)));
        }
        return IN_ORDER.page(rows, and(filters), paging);
    }

    /** False when it is none that is decided on, or not any more. */
    boolean decide(String id, boolean update) {
        var undecided =
                and(eq("_id", id), eq(OUTCOME, Outcome.DUPLICATE), exists("finding.wanted"), exists(EFFECT, false));
        return rows.updateOne(undecided, set(UPDATE, update)).getMatchedCount() > 0;
    }

    /** The next rows that bring something into the register, behind the one with this id. */
    List<ImportRow> toRun(OrganizationImport imported, String after, int most) {
        var brings = or(
                in(OUTCOME, List.of(Outcome.NEW, Outcome.UPDATE)),
                and(eq(OUTCOME, Outcome.DUPLICATE), eq(UPDATE, true)));
        return next(and(of(imported), gt("_id", after), brings), most);
    }

    /** The next rows that have brought something. */
    List<ImportRow> toUndo(OrganizationImport imported, String after, int most) {
        var brought = in(RESULT, List.of(Result.CREATED, Result.UPDATED));
        return next(and(of(imported), gt("_id", after), brought), most);
    }

    private List<ImportRow> next(Bson which, int most) {
        return Readable.list(rows.find(which).sort(Sorts.ascending("_id")).limit(most));
    }

    /** Each of these rows is somebody's by now; one that was before stays as it is. */
    void claim(Map<String, Effect> claims) {
        together(
                claims,
                (ids, claim) -> rows.updateMany(and(in("_id", ids), exists(EFFECT, false)), set(EFFECT, claim)));
    }

    void claimUndo(List<String> ids, Undo claim) {
        rows.updateMany(and(in("_id", ids), exists(UNDO, false)), set(UNDO, claim));
    }

    void took(Map<String, Taken> taken) {
        together(
                taken,
                (ids, one) -> rows.updateMany(
                        and(in("_id", ids), eq(RESULT, Result.CLAIMED)),
                        one.version == null
                                ? set(RESULT, one.result)
                                : combine(set(RESULT, one.result), set("effect.version", one.version))));
    }

    /** @param version of the organization as it was left; null where nothing was done */
    record Taken(Result result, @Nullable Long version) {}

    void tookBack(Map<String, ImportRow.Undone> undone) {
        together(
                undone,
                (ids, one) ->
                        rows.updateMany(and(in("_id", ids), eq(UNDONE, ImportRow.Undone.CLAIMED)), set(UNDONE, one)));
    }

    /** Those to whom the same is done, at once. */
    private static <T> void together(Map<String, T> values, BiConsumer<List<String>, T> write) {
        var ids = new LinkedHashMap<T, List<String>>();
        values.forEach((id, value) ->
                ids.computeIfAbsent(value, none -> new ArrayList<>()).add(id));
        ids.forEach((value, those) -> write.accept(those, value));
    }

    /** What stood in the cells, and what was before, are gone. */
    void forget(String importId) {
        rows.updateMany(
                eq(IMPORT, importId),
                combine(
                        set("cells", List.of()),
                        unset("effect.before"),
                        unset("finding.wanted"),
                        unset("finding.name")));
    }

    void delete(String importId) {
        rows.deleteMany(eq(IMPORT, importId));
    }

    /** How many rows have come to each end. */
    List<ImportCounts.Alike> alike(OrganizationImport imported) {
        var fields = new Document("outcome", "$" + OUTCOME)
                .append(UPDATE, "$" + UPDATE)
                .append("result", "$" + RESULT)
                .append(UNDO, "$" + UNDONE);
        var groups = rows.aggregate(List.of(match(of(imported)), group(fields, sum("number", 1))), Document.class);
        return Readable.list(groups).stream()
                .map(one -> {
                    var id = one.get("_id", Document.class);
                    return new ImportCounts.Alike(
                            id.getString("outcome"),
                            Boolean.TRUE.equals(id.getBoolean(UPDATE)),
                            id.getString("result"),
                            id.getString(UNDO),
                            one.get("number", Number.class).intValue());
                })
                .toList();
    }
}
