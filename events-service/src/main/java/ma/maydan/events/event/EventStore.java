package ma.maydan.events.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.AggregateStore;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the events. */
@Component
class EventStore {

    private static final SortedQuery<Event> BY_START = SortedQuery.ascendingBy("startsAt", Event::startsAt, Event::id);
    private static final SortedQuery<Event> BY_CHANGE =
            SortedQuery.ascendingBy("updatedAt", Event::updatedAt, Event::id);

    private final AggregateStore<Event> store;

    EventStore(MongoDatabase database, Outbox outbox) {
        store = new AggregateStore<>(database, outbox, "events", Event.class, "maydan.events");
        var events = store.collection();
        events.createIndex(Indexes.ascending("status", "startsAt", "_id"));
        events.createIndex(Indexes.ascending("status", "kind", "startsAt", "_id"));
        events.createIndex(Indexes.ascending("hostOrganizationId", "startsAt", "_id"));
        events.createIndex(Indexes.ascending("status", "updatedAt", "_id"));
    }

    Optional<Event> find(String id) {
        return store.find(id);
    }

    Map<String, Event> findAll(Collection<String> ids) {
        var found = new HashMap<String, Event>();
        if (!ids.isEmpty()) {
            store.collection().find(in("_id", ids)).forEach(event -> found.put(event.id(), event));
        }
        return found;
    }

    Event insert(Change<Event> change) {
        return store.insert(change);
    }

    Event update(Change<Event> change) {
        return store.update(change);
    }

    /** What is published and not over, the next first; with {@code updatedAfter} what changed since, the oldest first. */
    Page<Event> published(PublicFilter filter, Instant now, Paging paging, UnaryOperator<List<Event>> keep) {
        var conditions = new ArrayList<Bson>();
        conditions.add(eq("status", Event.Status.PUBLISHED.name()));
        if (filter.kind != null) {
            conditions.add(eq("kind", filter.kind.name()));
        }
        if (filter.organizationId != null) {
            conditions.add(eq("hostOrganizationId", filter.organizationId));
        }
        if (filter.updatedAfter != null) {
            conditions.add(gt("updatedAt", filter.updatedAfter));
            return BY_CHANGE.pageOf(store.collection(), and(conditions), paging, keep);
        }
        conditions.add(gt("startsAt", now.minus(Event.LONGEST)));
        conditions.add(gt("endsAt", now));
        return BY_START.pageOf(store.collection(), and(conditions), paging, keep);
    }

    Page<Event> hostedBy(Collection<String> organizationIds, Paging paging) {
        return BY_START.page(store.collection(), in("hostOrganizationId", organizationIds), paging);
    }

    Page<Event> submitted(Paging paging) {
        return BY_START.page(store.collection(), eq("status", Event.Status.SUBMITTED.name()), paging);
    }

    /** What a visitor asks for. */
    record PublicFilter(
            Event.@Nullable Kind kind,
            @Nullable String organizationId,
            @Nullable Instant updatedAfter) {}
}
