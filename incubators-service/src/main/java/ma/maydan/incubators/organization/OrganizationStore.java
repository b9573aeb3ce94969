package ma.maydan.incubators.organization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.AggregateStore;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The collection {@code organizations}. */
@Component
class OrganizationStore {

    private static final SortedQuery<Organization> NEWEST_VERIFIED_FIRST =
            SortedQuery.descendingBy("verifiedAt", organization -> time(organization.verifiedAt()), Organization::id);
    private static final SortedQuery<Organization> NEWEST_FIRST =
            SortedQuery.descendingBy("createdAt", Organization::createdAt, Organization::id);
    private static final SortedQuery<Organization> LONGEST_WAITING_FIRST =
            SortedQuery.ascendingBy("submittedAt", organization -> time(organization.submittedAt()), Organization::id);

    private final AggregateStore<Organization> aggregates;
    private final MongoCollection<Organization> organizations;

    OrganizationStore(MongoDatabase database, Outbox outbox) {
        aggregates =
                new AggregateStore<>(database, outbox, "organizations", Organization.class, "maydan.organizations");
        organizations = aggregates.collection();
        organizations.createIndex(ascending("slug"), new IndexOptions().unique(true));
        // Present only while it counts: so two organizations can never be verified with the same ICE.
        organizations.createIndex(
                ascending("verifiedIce"), new IndexOptions().unique(true).sparse(true));
        organizations.createIndex(compoundIndex(ascending("members.personId"), descending("createdAt", "_id")));
        organizations.createIndex(compoundIndex(ascending("registrationStatus"), descending("verifiedAt", "_id")));
        organizations.createIndex(
                compoundIndex(ascending("registrationStatus", "profile.region"), descending("verifiedAt", "_id")));
        organizations.createIndex(
                compoundIndex(ascending("registrationStatus", "profile.kinds"), descending("verifiedAt", "_id")));
        organizations.createIndex(ascending("registrationStatus", "submittedAt", "_id"));
    }

    Optional<Organization> find(String id) {
        return aggregates.find(id);
    }

    Map<String, Organization> findAll(Collection<String> ids) {
        var found = new HashMap<String, Organization>();
        organizations.find(in("_id", ids)).forEach(organization -> found.put(organization.id(), organization));
        return found;
    }

    /** See {@link AggregateStore#insert}. */
    Organization insert(Change<Organization> change) {
        return aggregates.insert(change);
    }

    /** See {@link AggregateStore#update}. */
    Organization update(Change<Organization> change) {
        return aggregates.update(change);
    }

    /** False when another change came first. */
    boolean tryUpdate(Change<Organization> change) {
        return aggregates.tryUpdate(change, new BsonDocument());
    }

    boolean isIceHeldByAnother(String ice, String id) {
        return organizations.find(and(eq("verifiedIce", ice), ne("_id", id))).first() != null;
    }

    Page<Organization> verified(@Nullable OrganizationKind kind, @Nullable String region, Paging paging) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("registrationStatus", RegistrationStatus.VERIFIED));
        if (kind != null) {
            filters.add(eq("profile.kinds", kind));
        }
        if (region != null) {
            filters.add(eq("profile.region", region));
        }
        return NEWEST_VERIFIED_FIRST.page(organizations, and(filters), paging);
    }

    Page<Organization> ofMember(String personId, Paging paging) {
        return NEWEST_FIRST.page(organizations, eq("members.personId", personId), paging);
    }

    List<String> idsOfMember(String personId) {
        return organizations
                .find(eq("members.personId", personId))
                .map(Organization::id)
                .into(new ArrayList<>());
    }

    /** @param statuses of organizations that have been submitted */
    Page<Organization> cases(Collection<RegistrationStatus> statuses, Paging paging) {
        return LONGEST_WAITING_FIRST.page(organizations, in("registrationStatus", statuses), paging);
    }

    /** What the query found has the time that it sorts by. */
    private static Instant time(@Nullable Instant time) {
        return Objects.requireNonNull(time);
    }
}
