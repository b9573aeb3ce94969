package ma.maydan.partners.partnership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ma.maydan.partners.partnership.Partnership.Status;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.AggregateStore;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the partnerships. */
@Component
class PartnershipStore {

    private static final SortedQuery<Partnership> NEWEST =
            SortedQuery.descendingBy("updatedAt", Partnership::updatedAt, Partnership::id);

    private static final SortedQuery<Partnership> LONGEST_WAITING_FIRST =
            SortedQuery.ascendingBy("updatedAt", Partnership::updatedAt, Partnership::id);

    private final AggregateStore<Partnership> store;

    PartnershipStore(MongoDatabase database, Outbox outbox) {
        store = new AggregateStore<>(database, outbox, "partnerships", Partnership.class, "maydan.partnerships");
        store.collection().createIndex(Indexes.ascending("status", "updatedAt", "_id"));
        store.collection().createIndex(Indexes.ascending("parties", "status", "updatedAt", "_id"));
        store.collection().createIndex(Indexes.ascending("parties", "updatedAt", "_id"));
    }

    Optional<Partnership> find(String id) {
        return store.find(id);
    }

    Partnership insert(Change<Partnership> change) {
        return store.insert(change);
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
        return store.collection()
                .find(and(eq("parties", organizationId), in("status", Status.ACTIVE.name(), Status.SUSPENDED.name())))
                .map(Partnership::id)
                .into(new ArrayList<>());
    }
}
