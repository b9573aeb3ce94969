package ma.maydan.incubators.program;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Predicate;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.AggregateStore;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The collection {@code programs}. */
@Component
class ProgramStore {

    private static final SortedQuery<Program> NEWEST_PUBLISHED_FIRST =
            SortedQuery.descendingBy("publishedAt", program -> time(program.publishedAt()), Program::id);
    private static final SortedQuery<Program> NEWEST_FIRST =
            SortedQuery.descendingBy("createdAt", Program::createdAt, Program::id);
    private static final SortedQuery<Program> LONGEST_WAITING_FIRST =
            SortedQuery.ascendingBy("submittedAt", program -> time(program.submittedAt()), Program::id);

    private final AggregateStore<Program> aggregates;
    private final MongoCollection<Program> programs;

    ProgramStore(MongoDatabase database, Outbox outbox) {
        aggregates = new AggregateStore<>(database, outbox, "programs", Program.class, "maydan.programs");
        programs = aggregates.collection();
        programs.createIndex(compoundIndex(ascending("status"), descending("publishedAt", "_id")));
        programs.createIndex(compoundIndex(ascending("organizationId", "status"), descending("publishedAt", "_id")));
        programs.createIndex(compoundIndex(ascending("organizationId"), descending("createdAt", "_id")));
        programs.createIndex(ascending("status", "submittedAt", "_id"));
    }

    /** See {@link AggregateStore#require}. */
    Program require(String id) {
        return aggregates.require(id);
    }

    /** See {@link AggregateStore#insert}. */
    Program insert(Change<Program> change) {
        return aggregates.insert(change);
    }

    /** See {@link AggregateStore#update}. */
    Program update(Change<Program> change) {
        return aggregates.update(change);
    }

    Page<Program> published(@Nullable String organizationId, Paging paging, Predicate<Program> visible) {
        var published = eq("status", ProgramStatus.PUBLISHED);
        return NEWEST_PUBLISHED_FIRST.page(
                programs,
                organizationId == null ? published : and(eq("organizationId", organizationId), published),
                paging,
                visible);
    }

    Page<Program> ofOrganizations(Collection<String> organizationIds, Paging paging) {
        return NEWEST_FIRST.page(programs, in("organizationId", organizationIds), paging);
    }

    Page<Program> inReview(Paging paging) {
        return LONGEST_WAITING_FIRST.page(programs, eq("status", ProgramStatus.IN_REVIEW), paging);
    }

    /** What the query found has the time that it sorts by. */
    private static Instant time(@Nullable Instant time) {
        return Objects.requireNonNull(time);
    }
}
