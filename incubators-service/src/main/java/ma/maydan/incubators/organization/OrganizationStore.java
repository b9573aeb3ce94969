package ma.maydan.incubators.organization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.AggregateStore;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.Slots;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.problem.ProblemException;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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

    private static final int KEYS_MADE_TOGETHER = 200;

    private final AggregateStore<Organization> aggregates;
    private final MongoCollection<Organization> organizations;
    private final Slots slots;

    /** @param unverifiedOfOwner how many organizations that are not verified a person may own */
    OrganizationStore(
            MongoDatabase database,
            Outbox outbox,
            @Value("${maydan.limits.unverified-organizations}") int unverifiedOfOwner) {
        aggregates =
                new AggregateStore<>(database, outbox, "organizations", Organization.class, "maydan.organizations");
        organizations = aggregates.collection();
        slots = new Slots(organizations, unverifiedOfOwner);
        var indexes = IndexBuilds.on(organizations);
        indexes.createIndex(ascending("slug"), new IndexOptions().unique(true));
        // Present only while it counts: so two organizations can never be verified with the same ICE.
        indexes.createIndex(
                ascending("verifiedIce"), new IndexOptions().unique(true).sparse(true));
        indexes.createIndex(compoundIndex(ascending("members.personId"), descending("createdAt", "_id")));
        indexes.createIndex(compoundIndex(ascending("registrationStatus"), descending("verifiedAt", "_id")));
        indexes.createIndex(
                compoundIndex(ascending("registrationStatus", "profile.region"), descending("verifiedAt", "_id")));
        indexes.createIndex(
                compoundIndex(ascending("registrationStatus", "profile.kinds"), descending("verifiedAt", "_id")));
        indexes.createIndex(compoundIndex(
                ascending("registrationStatus", "profile.kinds", "profile.region"), descending("verifiedAt", "_id")));
        indexes.createIndex(ascending("registrationStatus", "submittedAt", "_id"));
        indexes.createIndex(compoundIndex(ascending("names.keys"), descending("registrationStatus", "_id")));
        indexes.createIndex(ascending("names.rules"));
    }

    Optional<Organization> find(String id) {
        return aggregates.find(id);
    }

    Map<String, Organization> findAll(Collection<String> ids) {
        var found = new HashMap<String, Organization>();
        Readable.list(organizations.find(in("_id", ids)))
                .forEach(organization -> found.put(organization.id(), organization));
        return found;
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
                slot -> aggregates.insert(new Change<>(created.in(slot), change.eventType(), change.eventData())),
                () -> find(created.id()).orElseThrow(() -> Refusals.tooManyUnverified(slots.limit())));
    }

    /** See {@link AggregateStore#update}. */
    Organization update(Change<Organization> change) {
        return aggregates.update(change);
    }

    /** See {@link AggregateStore#delete}. */
    void delete(Change<Organization> change) {
        aggregates.delete(change, "slug");
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
        return aggregates.texts("_id", eq("members.personId", personId), 0);
    }

    /** Those that share a key with it, the verified first. */
    List<Organization> lookalikes(Organization organization, int most) {
        var keys = NameKeys.of(organization.profile(), organization.slug()).keys();
        return Readable.list(organizations
                .find(and(in("names.keys", keys), ne("_id", organization.id())))
                .sort(descending("registrationStatus", "_id"))
                .limit(most));
    }

    /** Makes the keys of some organizations that have none of the present rules; false when there was none. */
    boolean makeKeys() {
        var without = Readable.list(organizations
                .find(and(exists("profile"), ne("names.rules", Lookalikes.RULES)))
                .limit(KEYS_MADE_TOGETHER));
        for (var organization : without) {
            organizations.updateOne(
                    and(eq("_id", organization.id()), eq("version", organization.version())),
                    Updates.set("names", NameKeys.of(organization.profile(), organization.slug())));
        }
        return !without.isEmpty();
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
