package ma.maydan.incubators.organization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
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
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalFields;
import ma.maydan.starter.personal.PersonalParts;
import ma.maydan.starter.personal.SeenBy;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.search.Search;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.text.Typed;
import ma.maydan.starter.vocabulary.OrganizationKind;
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
    private static final String CHANGE = "stage.publicChangeAt";
    private static final String SUBMITTED = "entry.submittedAt";
    private static final String VERIFIED = "entry.verifiedAt";
    private static final String MEMBER = "membership.members.personId";
    private static final String CREATED = "entry.createdAt";
    private static final String SLUG = "entry.slug";
    private static final String ICE = "entry.verifiedIce";
    private static final String KEYS = "entry.names.keys";
    private static final String RULES = "entry.names.rules";
    private static final String KINDS = "profile.kinds";
    private static final String REGION = "profile.region";
    private static final String LOGO = "profile.logo";

    private static final SortedQuery<Organization> NEWEST_VERIFIED_FIRST = SortedQuery.descendingBy(
            VERIFIED, organization -> time(organization.entry().verifiedAt()), Organization::id);
    private static final SortedQuery<Organization> OLDEST_CHANGE_FIRST =
            SortedQuery.ascendingBy(CHANGE, Organization::changedAt, Organization::id);
    private static final SortedQuery<Organization> NEWEST_FIRST = SortedQuery.descendingBy(
            CREATED, organization -> organization.entry().createdAt(), Organization::id);
    private static final SortedQuery<Organization> LONGEST_WAITING_FIRST = SortedQuery.ascendingBy(
            SUBMITTED, organization -> time(organization.entry().submittedAt()), Organization::id);

    private static final Orders<Organization> CASES = Orders.of("submittedAt", LONGEST_WAITING_FIRST)
            .or(
                    "slug",
                    SortedQuery.ascendingByText(
                            SLUG, organization -> organization.entry().slug(), Organization::id));

    private static final int KEYS_MADE_TOGETHER = 200;

    private final AggregateStore<Organization> aggregates;
    private final MongoCollection<Organization> organizations;
    private final Slots slots;
    private final Search<Organization> search;

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
        // Present only while it counts: so two organizations can never be verified with the same ICE.
        indexes.createIndex(ascending(ICE), uniqueWherePresent);
        indexes.createIndex(compoundIndex(ascending(MEMBER), descending(CREATED, "_id")));
        indexes.createIndex(compoundIndex(ascending(STATUS), descending(VERIFIED, "_id")));
        indexes.createIndex(compoundIndex(ascending(STATUS, REGION), descending(VERIFIED, "_id")));
        indexes.createIndex(compoundIndex(ascending(STATUS, KINDS), descending(VERIFIED, "_id")));
        indexes.createIndex(compoundIndex(ascending(STATUS, KINDS, REGION), descending(VERIFIED, "_id")));
        indexes.createIndex(ascending(CHANGE, "_id"));
        indexes.createIndex(ascending(KINDS, CHANGE, "_id"));
        indexes.createIndex(ascending(REGION, CHANGE, "_id"));
        indexes.createIndex(ascending(KINDS, REGION, CHANGE, "_id"));
        indexes.createIndex(ascending(STATUS, SUBMITTED, "_id"));
        indexes.createIndex(ascending(STATUS, SLUG, "_id"));
        indexes.createIndex(compoundIndex(ascending(KEYS), descending(STATUS, "_id")));
        indexes.createIndex(ascending(RULES));
        indexes.createIndex(ascending(LOGO), new IndexOptions().sparse(true));
        search = new Search<>(organizations, Organization::id, STATUS);
    }

    @Bean
    static PersonalData membersOfOrganizations(OrganizationStore organizations) {
        return PersonalParts.of(
                organizations.aggregates,
                Declared.of(
                        "member",
                        "organizations",
                        Kept.days(0, Kept.Since.MEMBERSHIP_END),
                        SeenBy.MEMBERS,
                        SeenBy.STAFF),
                PersonalFields.removingFrom("membership.members", "personId").naming("membership.slot"),
                List.of("_id", "profile.legalName", "membership.members"));
    }

    @Bean
    static PersonalData decisionsOnOrganizations(OrganizationStore organizations) {
        return PersonalParts.of(
                organizations.aggregates,
                Declared.of("decision", "organizations", Kept.years(5, Kept.Since.DECISION), SeenBy.STAFF),
                PersonalFields.replacing("stage.decisions.decidedBy")
                        .since("at")
                        .and(PersonalFields.replacing("stage.takenBy").since("/updatedAt")),
                List.of("_id", "profile.legalName", "stage.decisions"));
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

    Optional<Organization> find(String id) {
        return aggregates.find(id);
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

    boolean isIceHeldByAnother(String ice, String id) {
        return organizations.find(and(eq(ICE, ice), ne("_id", id))).first() != null;
    }

    /**
     * Who is verified, the latest first, or what a text finds of them, the best first; with {@code updatedAfter} what the public saw of organizations that changed
     * since, or went away, the oldest change first.
     */
    Page<Organization> verified(PublicFilter filter, Paging paging) {
        var filters = new ArrayList<Bson>();
        if (filter.kind != null) {
            filters.add(eq(KINDS, filter.kind));
        }
        if (filter.region != null) {
            filters.add(eq(REGION, filter.region));
        }
        if (filter.updatedAfter != null) {
            filters.add(gt(CHANGE, filter.updatedAfter));
            return OLDEST_CHANGE_FIRST.page(organizations, and(filters), paging);
        }
        var listed = eq(STATUS, OrganizationStatus.VERIFIED);
        if (filter.text != null && isIce(filter.text)) {
            filters.add(eq(ICE, Typed.identifier(filter.text.text())));
        } else if (filter.text != null) {
            return search.page(filter.text, listed, filters, paging);
        }
        filters.add(listed);
        return NEWEST_VERIFIED_FIRST.page(organizations, and(filters), paging);
    }

    /** Fifteen digits are the one organization that holds them as its ICE. */
    private static boolean isIce(SearchText text) {
        return Typed.identifier(text.text()).matches("[0-9]{15}");
    }

    /** What a visitor asks for. */
    record PublicFilter(
            @Nullable SearchText text,
            @Nullable OrganizationKind kind,
            @Nullable String region,
            @Nullable Instant updatedAfter) {}

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
                .sort(descending(STATUS, "_id"))
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
     * @param statuses of organizations that have been submitted
     * @param sort null for the longest waiting first
     */
    Page<Organization> cases(Collection<OrganizationStatus> statuses, @Nullable String sort, Paging paging) {
        // One range of the index for each: together they are read in order, whatever the server makes of an $in.
        var filters = statuses.stream().map(status -> eq(STATUS, status)).toList();
        return CASES.by(sort).page(organizations, filters, paging);
    }

    /** What the query found has the time that it sorts by. */
    private static Instant time(@Nullable Instant time) {
        return Objects.requireNonNull(time);
    }
}
