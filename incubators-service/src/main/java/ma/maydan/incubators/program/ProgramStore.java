package ma.maydan.incubators.program;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static ma.maydan.starter.ownership.OwnedStore.OWNER;
import static ma.maydan.starter.ownership.OwnedStore.PUBLIC_CHANGE;
import static ma.maydan.starter.ownership.OwnedStore.VERIFIED;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.ownership.OwnedStore;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.paging.Orders;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalFields;
import ma.maydan.starter.personal.PersonalParts;
import ma.maydan.starter.personal.SeenBy;
import ma.maydan.starter.search.Search;
import ma.maydan.starter.search.SearchText;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The collection {@code programs}. */
@Component
class ProgramStore {

    private static final String STATUS = "stage.status";
    private static final String PUBLISHED = "dates.publishedAt";
    private static final String SUBMITTED = "dates.submittedAt";
    private static final String CREATED = "dates.createdAt";
    private static final String KIND = "content.kind";

    private static final SortedQuery<Program> NEWEST_PUBLISHED_FIRST =
            SortedQuery.descendingBy(PUBLISHED, program -> time(program.dates().publishedAt()), Program::id);
    private static final SortedQuery<Program> OLDEST_CHANGE_FIRST =
            SortedQuery.ascendingBy(PUBLIC_CHANGE, Program::changedAt, Program::id);
    private static final SortedQuery<Program> NEWEST_FIRST =
            SortedQuery.descendingBy(CREATED, program -> program.dates().createdAt(), Program::id);
    private static final SortedQuery<Program> LONGEST_WAITING_FIRST =
            SortedQuery.ascendingBy(SUBMITTED, program -> time(program.dates().submittedAt()), Program::id);

    private static final Orders<Program> IN_REVIEW = Orders.of("submittedAt", LONGEST_WAITING_FIRST);

    private final AggregateStore<Program> aggregates;
    private final OwnedStore<Program> store;
    private final MongoCollection<Program> programs;
    private final Search<Program> search;

    /** @param drafts how many programs an organization may have that are not published */
    ProgramStore(MongoDatabase database, Outbox outbox, Clock clock, @Value("${maydan.limits.drafts}") int drafts) {
        aggregates = new AggregateStore<>(
                database,
                outbox,
                "programs",
                Program.class,
                new Topic<>("maydan.programs", "program", ProgramSnapshot::of),
                ProgramShape.PRESENT);
        store = new OwnedStore<>(aggregates, drafts, clock);
        programs = store.collection();
        var indexes = IndexBuilds.on(programs);
        indexes.createIndex(compoundIndex(ascending(STATUS, VERIFIED), descending(PUBLISHED, "_id")));
        indexes.createIndex(compoundIndex(ascending(OWNER, STATUS, VERIFIED), descending(PUBLISHED, "_id")));
        indexes.createIndex(compoundIndex(ascending(OWNER), descending(CREATED, "_id")));
        indexes.createIndex(ascending(STATUS, SUBMITTED, "_id"));
        indexes.createIndex(ascending(STATUS, KIND, SUBMITTED, "_id"));
        indexes.createIndex(ascending(PUBLIC_CHANGE, "_id"));
        indexes.createIndex(ascending(OWNER, PUBLIC_CHANGE, "_id"));
        search = new Search<>(programs, Program::id, STATUS, VERIFIED);
    }

    /** See {@link OwnedStore#require}. */
    Program require(String id) {
        return store.require(id);
    }

    @Bean
    static PersonalData decisionsOnPrograms(ProgramStore programs) {
        return PersonalParts.of(
                programs.aggregates,
                Declared.of("program-decision", "programs", Kept.years(5, Kept.Since.DECISION), SeenBy.STAFF),
                PersonalFields.replacing("stage.reviews.decidedBy").since("at"),
                List.of("_id", "content.title", "stage.reviews"));
    }

    /** See {@link OwnedStore#insert}. */
    Program insert(Change<Program> change) {
        return store.insert(change);
    }

    /** See {@link OwnedStore#update}. */
    Program update(Change<Program> change) {
        return store.update(change);
    }

    /** See {@link OwnedStore#delete}. */
    void delete(Change<Program> change) {
        store.delete(change);
    }

    /** See {@link OwnedStore#follow}. */
    void follow(String organizationId, Standing standing) {
        store.follow(organizationId, standing);
    }

    /**
     * @param text finds the best first; null for all, the latest first
     * @param keep leaves out what an owner hides whose standing has just changed
     */
    Page<Program> published(
            @Nullable SearchText text,
            @Nullable String organizationId,
            Paging paging,
            UnaryOperator<List<Program>> keep) {
        var published = and(eq(STATUS, ProgramStatus.PUBLISHED), eq(VERIFIED, true));
        if (text != null) {
            var owned = organizationId == null ? List.<Bson>of() : List.of(eq(OWNER, organizationId));
            return search.page(text, published, owned, paging, keep);
        }
        return NEWEST_PUBLISHED_FIRST.pageOf(
                programs, organizationId == null ? published : and(eq(OWNER, organizationId), published), paging, keep);
    }

    /** What the public saw of programs that changed since, or went away, the oldest change first. */
    Page<Program> changed(@Nullable String organizationId, Instant updatedAfter, Paging paging) {
        var changed = gt(PUBLIC_CHANGE, updatedAfter);
        return OLDEST_CHANGE_FIRST.page(
                programs, organizationId == null ? changed : and(eq(OWNER, organizationId), changed), paging);
    }

    Page<Program> ofOrganizations(Collection<String> organizationIds, Paging paging) {
        return NEWEST_FIRST.page(programs, in(OWNER, organizationIds), paging);
    }

    /**
     * @param kind null for all
     * @param sort null for the longest waiting first
     */
    Page<Program> inReview(@Nullable ProgramKind kind, @Nullable String sort, Paging paging) {
        var waiting = eq(STATUS, ProgramStatus.IN_REVIEW);
        return IN_REVIEW.by(sort).page(programs, kind == null ? waiting : and(waiting, eq(KIND, kind)), paging);
    }

    /** What the query found has the time that it sorts by. */
    private static Instant time(@Nullable Instant time) {
        return Objects.requireNonNull(time);
    }
}
