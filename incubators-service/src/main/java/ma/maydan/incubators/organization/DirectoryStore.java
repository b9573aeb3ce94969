package ma.maydan.incubators.organization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.paging.Orders;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.search.Search;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.text.Typed;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What people find in the register. */
final class DirectoryStore {

    private static final String STATUS = "stage.status";
    private static final String VISIBILITY = "profile.showing.visibility";
    private static final String CHANGE = "stage.publicChangeAt";
    private static final String VERIFIED = "entry.times.verifiedAt";
    private static final String CONFIRMED = "entry.confirmation.since";
    private static final String SLUG = "entry.slug";
    private static final String KINDS = "profile.activity.kinds";
    private static final String REGION = "profile.region";
    private static final String WRITTEN = "updatedAt";

    private static final SortedQuery<Organization> NEWEST_VERIFIED_FIRST = SortedQuery.descendingBy(
            VERIFIED,
            organization -> Objects.requireNonNull(organization.entry().times().verifiedAt()),
            Organization::id);

    /** What nobody has confirmed for long comes last, and to edit it every day brings nobody to the front. */
    private static final SortedQuery<Organization> LATEST_CONFIRMED_FIRST = SortedQuery.descendingBy(
            CONFIRMED,
            organization ->
                    Objects.requireNonNull(organization.entry().confirmation()).since(),
            Organization::id);

    private static final Orders<Organization> ORDERS = Orders.of("confirmed", LATEST_CONFIRMED_FIRST)
            .or("verifiedAt", NEWEST_VERIFIED_FIRST)
            .or(
                    "slug",
                    SortedQuery.ascendingByText(
                            SLUG, organization -> organization.entry().slug(), Organization::id));

    private static final SortedQuery<Organization> OLDEST_CHANGE_FIRST =
            SortedQuery.ascendingBy(CHANGE, Organization::changedAt, Organization::id);

    private final MongoCollection<Organization> organizations;
    private final Search<Organization> search;

    DirectoryStore(MongoCollection<Organization> organizations) {
        this.organizations = organizations;
        var indexes = IndexBuilds.on(organizations);
        for (var order : List.of(CONFIRMED, VERIFIED)) {
            indexes.createIndex(compoundIndex(ascending(STATUS), descending(order, "_id")));
            indexes.createIndex(compoundIndex(ascending(STATUS, DirectoryFacets.TOKENS), descending(order, "_id")));
        }
        indexes.createIndex(ascending(STATUS, DirectoryFacets.TOKENS, SLUG, "_id"));
        indexes.createIndex(ascending(CHANGE, "_id"));
        indexes.createIndex(ascending(WRITTEN));
        indexes.createIndex(ascending(KINDS, CHANGE, "_id"));
        indexes.createIndex(ascending(REGION, CHANGE, "_id"));
        indexes.createIndex(ascending(KINDS, REGION, CHANGE, "_id"));
        search = new Search<>(organizations, Organization::id, STATUS, VISIBILITY);
    }

    /** What a visitor asks for. */
    record Asked(
            @Nullable SearchText text,
            DirectoryFacets facets,
            @Nullable String sort,
            @Nullable Instant updatedAfter) {

        /** @throws ProblemException 422 for what does not go together */
        void check() {
            SearchText.requireNoneOf(text, updatedAfter);
            var wrong = updatedAfter == null ? null : sort != null ? "sort" : facets.notOfChanges();
            if (wrong != null) {
                throw ProblemException.invalidField("?" + wrong, "filter-of-changes");
            }
            if (sort != null && text != null) {
                throw ProblemException.invalidField("?sort", "sort-of-search");
            }
        }
    }

    /**
     * Who is verified, in the order that is asked for, or what a text finds of them, the best first; with {@code updatedAfter} what
     * everybody saw of organizations that changed since, or went away, the oldest change first.
     *
     * @param shown to whom those show themselves whom the caller sees
     */
    Page<Organization> page(Asked asked, Collection<Showing.Visibility> shown, Paging paging) {
        if (asked.updatedAfter != null) {
            return changed(asked.facets, asked.updatedAfter, paging);
        }
        var filters = new ArrayList<Bson>();
        if (!asked.facets.isNone()) {
            filters.add(eq(DirectoryFacets.TOKENS, asked.facets.token()));
        }
        var listed = and(eq(STATUS, OrganizationStatus.VERIFIED), in(VISIBILITY, shown));
        if (asked.text != null && isIce(asked.text)) {
            filters.add(eq(OrganizationStore.HELD, Identifiers.ofIce(Typed.identifier(asked.text.text()))));
        } else if (asked.text != null) {
            return search.page(asked.text, listed, filters, paging);
        }
        filters.add(listed);
        return ORDERS.by(asked.sort).page(organizations, List.of(and(filters)), paging);
    }

    private Page<Organization> changed(DirectoryFacets facets, Instant since, Paging paging) {
        var filters = new ArrayList<Bson>();
        if (facets.kind() != null) {
            filters.add(eq(KINDS, facets.kind()));
        }
        if (facets.region() != null) {
            filters.add(eq(REGION, facets.region()));
        }
        filters.add(gt(CHANGE, since));
        return OLDEST_CHANGE_FIRST.page(organizations, and(filters), paging);
    }

    /**
     * By what the organizations are counted that were written since then; some are not verified any more, or not yet.
     *
     * @param since null for all who are verified
     */
    void marks(@Nullable Instant since, BiConsumer<String, Optional<DirectoryMark>> each) {
        var written = organizations
                .withDocumentClass(RawBsonDocument.class)
                .find(since == null ? eq(STATUS, OrganizationStatus.VERIFIED) : gte(WRITTEN, since))
                .projection(include(DirectoryMark.FIELDS));
        StreamSupport.stream(written.spliterator(), false)
                .forEach(one -> each.accept(one.getString("_id").getValue(), DirectoryMark.of(one)));
    }

    /** Fifteen digits are the one organization that holds them as its ICE. */
    private static boolean isIce(SearchText text) {
        return Typed.identifier(text.text()).matches("[0-9]{15}");
    }
}
