package ma.maydan.incubators.imports;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.file.FileHolder;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalFields;
import ma.maydan.starter.personal.PersonalParts;
import ma.maydan.starter.personal.SeenBy;
import org.bson.BsonDocument;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The collection {@code imports}. */
@Component
class ImportStore {

    private static final String TURN = "stage.turn";
    private static final String UPDATED = "updatedAt";

    private static final SortedQuery<OrganizationImport> LATEST_FIRST =
            SortedQuery.descendingBy(UPDATED, OrganizationImport::updatedAt, OrganizationImport::id);

    private final AggregateStore<OrganizationImport> store;
    private final MongoCollection<OrganizationImport> imports;

    ImportStore(MongoDatabase database, Outbox outbox) {
        store = new AggregateStore<>(
                database,
                outbox,
                "imports",
                OrganizationImport.class,
                new Topic<>("maydan.imports", "import", OrganizationImport::snapshot),
                Shape.first());
        imports = store.collection();
        var indexes = IndexBuilds.on(imports);
        indexes.createIndex(Indexes.descending(UPDATED, "_id"));
        indexes.createIndex(
                Indexes.ascending(TURN), new IndexOptions().unique(true).sparse(true));
        indexes.createIndex(Indexes.ascending("source.file.id"), new IndexOptions().sparse(true));
    }

    @Bean
    static FileHolder spreadsheets(ImportStore imports) {
        return file -> imports.imports.find(eq("source.file.id", file)).first() != null;
    }

    @Bean
    static PersonalData whoImports(ImportStore imports) {
        return PersonalParts.of(
                imports.store,
                Declared.of("importer", "imports", Kept.years(1, Kept.Since.WRITTEN), SeenBy.STAFF),
                PersonalFields.replacing("stage.by").since("/" + UPDATED),
                List.of("_id", "source.name", "stage.status", UPDATED));
    }

    OrganizationImport insert(Change<OrganizationImport> change) {
        return store.insert(change);
    }

    Optional<OrganizationImport> find(String id) {
        return store.find(id);
    }

    /** See {@link AggregateStore#update}. */
    OrganizationImport update(Change<OrganizationImport> change) {
        return store.update(change);
    }

    /** False when another change came first. */
    boolean tryUpdate(Change<OrganizationImport> change) {
        return store.tryUpdate(change, new BsonDocument());
    }

    /** Whether it is the one that brings or takes back now: of two at a time neither would see what the other brings. */
    boolean takeTurn(String id) {
        try {
            return imports.updateOne(eq("_id", id), Updates.set(TURN, "its turn"))
                            .getMatchedCount()
                    > 0;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    Page<OrganizationImport> list(Paging paging) {
        return LATEST_FIRST.page(imports, exists("source"), paging);
    }
}
