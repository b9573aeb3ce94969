package ma.maydan.partners.partnership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.maydan.partners.partnership.Partnership.Status;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.AggregateStore;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.mongo.Slots;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.problem.ProblemException;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps the partnerships. */
@Component
class PartnershipStore {

    private static final SortedQuery<Partnership> NEWEST =
            SortedQuery.descendingBy("updatedAt", Partnership::updatedAt, Partnership::id);

    private static final SortedQuery<Partnership> LONGEST_WAITING_FIRST =
            SortedQuery.ascendingBy("updatedAt", Partnership::updatedAt, Partnership::id);

    private final AggregateStore<Partnership> store;
    private final Slots slots;

    /** @param drafts how many open proposals an organization may have */
    PartnershipStore(MongoDatabase database, Outbox outbox, @Value("${maydan.limits.drafts}") int drafts) {
        store = new AggregateStore<>(database, outbox, "partnerships", Partnership.class, "maydan.partnerships");
        slots = new Slots(store.collection(), drafts);
        store.collection().createIndex(Indexes.ascending("status", "updatedAt", "_id"));
        store.collection().createIndex(Indexes.ascending("parties", "status", "updatedAt", "_id"));
        store.collection().createIndex(Indexes.ascending("parties", "updatedAt", "_id"));
    }

    Optional<Partnership> find(String id) {
        return store.find(id);
    }

    /** @throws ProblemException 409 {@code too-many-drafts} when its proposer has as many as may be */
    Partnership insert(Change<Partnership> change) {
        var created = change.state();
        return slots.take(
                created.proposerOrganizationId(),
                slot -> store.insert(new Change<>(created.in(slot), change.eventType(), change.eventData())),
                () -> find(created.id())
                        .orElseThrow(
                                () -> new ProblemException(HttpStatus.CONFLICT, "too-many-drafts", slots.limit())));
    }

    Partnership update(Change<Partnership> change) {
        return store.update(change);
    }

    /** False when another change came first. */
    boolean tryUpdate(Change<Partnership> change) {
        return store.tryUpdate(change, new BsonDocument());
    }

    Page<Partnership> active(@Nullable String organizationId, Paging paging) {
        var active = eq("status", Status.ACTIVE.name());
        return NEWEST.page(
                store.collection(),
                organizationId == null ? active : and(eq("parties", organizationId), active),
                paging);
    }

    Page<Partnership> underReview(Paging paging) {
        return LONGEST_WAITING_FIRST.page(store.collection(), eq("status", Status.UNDER_REVIEW.name()), paging);
    }

    Page<Partnership> ofParties(Collection<String> organizationIds, Paging paging) {
        return NEWEST.page(store.collection(), in("parties", organizationIds), paging);
    }

    /** Those that the standing of a party can change. */
    List<String> inForceOf(String organizationId) {
        return store.texts(
                "_id",
                and(eq("parties", organizationId), in("status", Status.ACTIVE.name(), Status.SUSPENDED.name())),
                0);
    }
}
