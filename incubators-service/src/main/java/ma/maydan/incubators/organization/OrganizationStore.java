package ma.maydan.incubators.organization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.file.FileHolder;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Slots;
import ma.maydan.starter.notice.Audience;
import ma.maydan.starter.notice.MembersAudience;
import ma.maydan.starter.paging.Orders;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.problem.ProblemException;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The collection {@code organizations}. */
@Component
class OrganizationStore {

    private static final String STATUS = "stage.status";
    private static final String SUBMITTED = "entry.times.submittedAt";
    private static final String MEMBER = "membership.members.personId";
    private static final String CREATED = "entry.times.createdAt";
    private static final String SLUG = "entry.slug";
    static final String HELD = "entry.held";
    private static final String KEYS = "entry.names.keys";
    private static final String RULES = "entry.names.rules";
    private static final String VERIFIED = "entry.times.verifiedAt";
    private static final String CHANGE_MADE = "entry.change.at";
    private static final String LOGO = "profile.showing.logo";
    private static final String CONFIRMATION = "entry.confirmation.stepAt";
    private static final String TAKEN_BY = "stage.takenBy";
    private static final String DUE = "stage.caseFiles.dueOn";
    private static final String PAPER = "stage.caseFiles.all.evidence.paper.id";
    private static final String RECEIPT = "stage.caseFiles.all.submission.receipt";

    private static final SortedQuery<Organization> NEWEST_FIRST = SortedQuery.descendingBy(
            CREATED, organization -> organization.entry().times().createdAt(), Organization::id);
    private static final SortedQuery<Organization> LONGEST_WAITING_FIRST = SortedQuery.ascendingBy(
            SUBMITTED,
            organization -> Objects.requireNonNull(organization.entry().times().submittedAt()),
            Organization::id);

    private static final SortedQuery<Organization> LONGEST_CHANGING_FIRST = SortedQuery.ascendingBy(
            CHANGE_MADE,
            organization ->
                    Objects.requireNonNull(organization.entry().change()).at(),
            Organization::id);

    private static final SortedQuery<Organization> FIRST_DUE_FIRST = SortedQuery.ascendingByText(
            DUE, organization -> String.valueOf(organization.stage().cases().dueOn()), Organization::id);

    private static final String BY_DUE_DAY = "dueOn";

    private static final Orders<Organization> CASES = Orders.of("submittedAt", LONGEST_WAITING_FIRST)
            .or(BY_DUE_DAY, FIRST_DUE_FIRST)
            .or(
                    "slug",
                    SortedQuery.ascendingByText(
                            SLUG, organization -> organization.entry().slug(), Organization::id));

    private static final int KEYS_MADE_TOGETHER = 200;

    private final AggregateStore<Organization> aggregates;
    private final MongoCollection<Organization> organizations;
    private final Slots slots;
    private final DirectoryStore directory;

    /** @param unverifiedOfOwner how many organizations that are not verified a person may own */
    OrganizationStore(
            MongoDatabase database,
            Outbox outbox,
            @Value("${maydan.limits.unverified-organizations}") int unverifiedOfOwner) {
        aggregates = new AggregateStore<>(
                database,
                outbox,
                "organizations",
                Organization.class,
                new Topic<>("maydan.organizations", "organization", OrganizationSnapshot::of),
                OrganizationShape.PRESENT);
        organizations = aggregates.collection();
        slots = new Slots(organizations, "membership.slot", unverifiedOfOwner);
        var indexes = IndexBuilds.on(organizations);
        var uniqueWherePresent = new IndexOptions().unique(true).sparse(true);
        indexes.createIndex(ascending(SLUG), uniqueWherePresent);
        // Present only while they count: so two organizations can never be verified with the same.
        indexes.createIndex(ascending(HELD), uniqueWherePresent);
        indexes.createIndex(compoundIndex(ascending(MEMBER), descending(CREATED, "_id")));
        indexes.createIndex(ascending(STATUS, SUBMITTED, "_id"));
        indexes.createIndex(ascending(STATUS, TAKEN_BY, SUBMITTED, "_id"));
        indexes.createIndex(ascending(STATUS, DUE, "_id"));
        indexes.createIndex(ascending(STATUS, TAKEN_BY, DUE, "_id"));
        indexes.createIndex(ascending(STATUS, SLUG, "_id"));
        indexes.createIndex(ascending(STATUS, CONFIRMATION, "_id"));
        indexes.createIndex(compoundIndex(ascending(KEYS), descending(VERIFIED, "_id")));
        indexes.createIndex(ascending(RULES));
        var wherePresent = new IndexOptions().sparse(true);
        indexes.createIndex(ascending(CHANGE_MADE, "_id"), wherePresent);
        indexes.createIndex(ascending(LOGO), wherePresent);
        indexes.createIndex(ascending(PAPER), wherePresent);
        indexes.createIndex(ascending(RECEIPT), wherePresent);
        directory = new DirectoryStore(organizations);
    }

    @Bean
    static Audience members(OrganizationStore organizations) {
        return new MembersAudience(
                id -> organizations.find(id).map(Organization::memberIds).orElse(List.of()));
    }

    @Bean
    static FileHolder logos(OrganizationStore organizations) {
        return file -> organizations.organizations.find(eq(LOGO, file)).first() != null;
    }

    @Bean
    static FileHolder evidence(OrganizationStore organizations) {
        return file -> organizations.organizations.find(eq(PAPER, file)).first() != null;
    }

    /** For what it holds of people. */
    AggregateStore<Organization> aggregates() {
        return aggregates;
    }

    Optional<Organization> find(String id) {
        return aggregates.find(id);
    }

    /** The one to which a receipt was given. */
    Optional<Organization> withReceipt(String number) {
        return Optional.ofNullable(organizations.find(eq(RECEIPT, number)).first());
    }

    Map<String, Organization> findAll(Collection<String> ids) {
        return Readable.byId(organizations, ids, Organization::id);
    }

    /**
     * Inserts a new organization of this owner; see {@link AggregateStore#insert}.
     *
     * @throws ProblemException 409 {@code too-many-unverified} when the owner has as many as may be
     */
    Organization insert(Change<Organization> change, String ownerId) {
        var created = change.state();
        return slots.take(
                ownerId,
                slot -> aggregates.insert(
                        change.with(created.with(created.membership().holding(slot)))),
                () -> find(created.id()).orElseThrow(() -> Refusals.tooManyUnverified(slots.limit())));
    }

    /** Inserts a new organization that nobody owns; see {@link AggregateStore#insert}. */
    Organization insert(Change<Organization> change) {
        return aggregates.insert(change);
    }

    /** Those that have one of these keys. */
    List<Organization> withKeys(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : Readable.list(organizations.find(in(KEYS, keys)));
    }

    /** See {@link AggregateStore#update}. */
    Organization update(Change<Organization> change) {
        return aggregates.update(change);
    }

    /** See {@link AggregateStore#delete}. */
    void delete(Change<Organization> change) {
        aggregates.delete(change);
    }

    /** False when another change came first. */
    boolean tryUpdate(Change<Organization> change) {
        return aggregates.tryUpdate(change, new BsonDocument());
    }

    /** Whether another organization than this one holds one of them. */
    boolean isHeldByAnother(Collection<String> identifiers, String id) {
        return organizations.find(and(in(HELD, identifiers), ne("_id", id))).first() != null;
    }

    /** Whether somebody belongs to an organization of the register. */
    boolean isOfVerified(String personId) {
        return organizations
                        .find(and(
                                eq(MEMBER, personId),
                                in(STATUS, OrganizationStatus.VERIFIED, OrganizationStatus.LAPSED)))
                        .first()
                != null;
    }

    /** What people find. */
    DirectoryStore directory() {
        return directory;
    }

    Page<Organization> ofMember(String personId, Paging paging) {
        return NEWEST_FIRST.page(organizations, eq(MEMBER, personId), paging);
    }

    List<String> idsOfMember(String personId) {
        return aggregates.texts("_id", eq(MEMBER, personId), 0);
    }

    /** Those that share a key with it, the verified first. */
    List<Organization> lookalikes(Organization organization, int most) {
        var keys =
                NameKeys.of(organization.profile(), organization.entry().slug()).keys();
        return Readable.list(organizations
                .find(and(in(KEYS, keys), ne("_id", organization.id())))
                .sort(descending(VERIFIED, "_id"))
                .limit(most));
    }

    /** Makes the keys of some organizations that have none of the present rules; false when there was none. */
    boolean makeKeys() {
        var without = Readable.list(organizations
                .find(and(exists("profile"), ne(RULES, Lookalikes.RULES)))
                .limit(KEYS_MADE_TOGETHER));
        for (var organization : without) {
            organizations.updateOne(
                    and(eq("_id", organization.id()), eq("version", organization.version())),
                    Updates.set(
                            "entry.names",
                            NameKeys.of(
                                    organization.profile(), organization.entry().slug())));
        }
        return !without.isEmpty();
    }

    /**
     * @param sort null for the longest waiting first, or of those that are overdue, or have appealed, the ones that are due first
     */
    Page<Organization> cases(CaseFilter filter, @Nullable String sort, Paging paging) {
        var narrowed = new ArrayList<Bson>();
        if (filter.overdueOn() != null) {
            narrowed.add(lt(DUE, filter.overdueOn()));
        } else if (filter.appealed() || sort != null && sort.endsWith(BY_DUE_DAY)) {
            // Those that wait for nobody have no such day.
            narrowed.add(exists(DUE));
        }
        if (filter.unassigned()) {
            narrowed.add(eq(TAKEN_BY, null));
        } else if (filter.assignee() != null) {
            narrowed.add(eq(TAKEN_BY, filter.assignee()));
        }
        // One range of the index for each: together they are read in order, whatever the server makes of an $in.
        var filters = filter.statuses().stream()
                .map(status -> and(Stream.concat(Stream.of(eq(STATUS, status)), narrowed.stream())
                        .toList()))
                .toList();
        var order = sort == null && (filter.appealed() || filter.overdueOn() != null) ? BY_DUE_DAY : sort;
        return CASES.by(order).page(organizations, filters, paging);
    }

    /** Some of the verified of which something of the confirmation was due before. */
    List<String> unconfirmed(Instant before, int most) {
        return aggregates.texts("_id", and(eq(STATUS, OrganizationStatus.VERIFIED), lt(CONFIRMATION, before)), most);
    }

    /** Those of whose profile something waits, the longest waiting first. */
    Page<Organization> changes(Paging paging) {
        return LONGEST_CHANGING_FIRST.page(organizations, exists(CHANGE_MADE), paging);
    }
}
