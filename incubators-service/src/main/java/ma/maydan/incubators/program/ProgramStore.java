package ma.maydan.incubators.program;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import ma.maydan.incubators.organization.Refusals;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.AggregateStore;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Slots;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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

    private static final String VERIFIED = "ownerStanding.verified";
    private static final int FOLLOWED_TOGETHER = 500;

    private final AggregateStore<Program> aggregates;
    private final MongoCollection<Program> programs;
    private final Slots slots;

    /** @param drafts how many programs an organization may have that are not published */
    ProgramStore(MongoDatabase database, Outbox outbox, @Value("${maydan.limits.drafts}") int drafts) {
        aggregates = new AggregateStore<>(database, outbox, "programs", Program.class, "maydan.programs");
        programs = aggregates.collection();
        slots = new Slots(programs, drafts);
        var indexes = IndexBuilds.on(programs);
        indexes.createIndex(compoundIndex(ascending("status", VERIFIED), descending("publishedAt", "_id")));
        indexes.createIndex(
                compoundIndex(ascending("organizationId", "status", VERIFIED), descending("publishedAt", "_id")));
        indexes.createIndex(compoundIndex(ascending("organizationId"), descending("createdAt", "_id")));
        indexes.createIndex(ascending("status", "submittedAt", "_id"));
    }

    /** See {@link AggregateStore#require}. */
    Program require(String id) {
        return aggregates.require(id);
    }

    /**
     * Inserts a new program; see {@link AggregateStore#insert}.
     *
     * @throws ProblemException 409 {@code too-many-drafts} when its organization has as many as may be
     */
    Program insert(Change<Program> change) {
        var created = change.state();
        return slots.take(
                created.organizationId(),
                slot -> aggregates.insert(new Change<>(created.in(slot), change.eventType(), change.eventData())),
                () -> aggregates.find(created.id()).orElseThrow(() -> Refusals.tooManyDrafts(slots.limit())));
    }

    /** See {@link AggregateStore#update}. */
    Program update(Change<Program> change) {
        return aggregates.update(change);
    }

    /** See {@link AggregateStore#delete}. */
    void delete(Change<Program> change) {
        aggregates.delete(change);
    }

    /** @param keep leaves out what an owner hides whose standing has just changed */
    Page<Program> published(@Nullable String organizationId, Paging paging, UnaryOperator<List<Program>> keep) {
        var published = and(eq("status", ProgramStatus.PUBLISHED), eq(VERIFIED, true));
        return NEWEST_PUBLISHED_FIRST.pageOf(
                programs,
                organizationId == null ? published : and(eq("organizationId", organizationId), published),
                paging,
                keep);
    }

    /** Gives the published programs of an organization its standing, unless they have a later one. */
    void follow(String organizationId, Standing standing) {
        programs.updateMany(
                and(
                        eq("organizationId", organizationId),
                        eq("status", ProgramStatus.PUBLISHED),
                        eq(VERIFIED, !standing.verified()),
                        lt("ownerStanding.since", standing.since())),
                Updates.set("ownerStanding", standing));
    }

    /** The owners of some programs that were published before they kept their owner's standing. */
    Set<String> ownersNotFollowed() {
        return new HashSet<>(aggregates.texts(
                "organizationId", and(eq("status", ProgramStatus.PUBLISHED), eq(VERIFIED, null)), FOLLOWED_TOGETHER));
    }

    /** Gives such programs of an organization its standing. */
    void followFirst(String organizationId, Standing standing) {
        programs.updateMany(
                and(eq("organizationId", organizationId), eq("status", ProgramStatus.PUBLISHED), eq(VERIFIED, null)),
                Updates.set("ownerStanding", standing));
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
