package ma.maydan.events.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.maydan.events.organization.OrganizationReplica.Standing;
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
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps the events. */
@Component
class EventStore {

    private static final SortedQuery<Event> BY_START = SortedQuery.ascendingBy("startsAt", Event::startsAt, Event::id);
    private static final SortedQuery<Event> BY_CHANGE =
            SortedQuery.ascendingBy("publicChangeAt", Event::changedAt, Event::id);

    private static final String CHANGE = "publicChangeAt";
    private static final String VERIFIED = "hostStanding.verified";
    private static final String SINCE = "hostStanding.since";
    private static final int FOLLOWED_TOGETHER = 500;
    private static final int SWEPT = 100;

    private final AggregateStore<Event> store;
    private final Slots slots;
    private final Clock clock;

    /** @param drafts how many events a host may have that are neither published nor cancelled */
    EventStore(MongoDatabase database, Outbox outbox, Clock clock, @Value("${maydan.limits.drafts}") int drafts) {
        store = new AggregateStore<>(database, outbox, "events", Event.class, "maydan.events");
        var events = store.collection();
        slots = new Slots(events, drafts);
        this.clock = clock;
        var indexes = IndexBuilds.on(events);
        indexes.createIndex(Indexes.ascending("status", VERIFIED, "startsAt", "_id"));
        indexes.createIndex(Indexes.ascending("status", VERIFIED, "kind", "startsAt", "_id"));
        indexes.createIndex(Indexes.ascending("hostOrganizationId", "status", VERIFIED, "startsAt", "_id"));
        indexes.createIndex(Indexes.ascending("hostOrganizationId", "status", VERIFIED, "kind", "startsAt", "_id"));
        indexes.createIndex(Indexes.ascending(CHANGE, "_id"));
        indexes.createIndex(Indexes.ascending("kind", CHANGE, "_id"));
        indexes.createIndex(Indexes.ascending("hostOrganizationId", CHANGE, "_id"));
        indexes.createIndex(Indexes.ascending("hostOrganizationId", "kind", CHANGE, "_id"));
        indexes.createIndex(Indexes.ascending("status", "endsAt"));
        indexes.createIndex(Indexes.ascending("status", "startsAt", "_id"));
        indexes.createIndex(Indexes.ascending("hostOrganizationId", "startsAt", "_id"));
        indexes.createIndex(Indexes.ascending("hostOrganizationId", SINCE));
        indexes.createIndex(Indexes.ascending(SINCE));
        addFirstChanges();
    }

    /** Once, for events that were seen before the time of that was kept: as changed now. */
    private void addFirstChanges() {
        var seen = List.of(Event.Status.PUBLISHED.name(), Event.Status.CANCELLED.name(), Event.Status.COMPLETED.name());
        store.collection().updateMany(and(eq(CHANGE, null), in("status", seen)), Updates.set(CHANGE, clock.instant()));
    }

    Optional<Event> find(String id) {
        return store.find(id);
    }

    Map<String, Event> findAll(Collection<String> ids) {
        var found = new HashMap<String, Event>();
        if (!ids.isEmpty()) {
            Readable.list(store.collection().find(in("_id", ids))).forEach(event -> found.put(event.id(), event));
        }
        return found;
    }

    /** @throws ProblemException 409 {@code too-many-drafts} when its host has as many as may be */
    Event insert(Change<Event> change) {
        var created = change.state();
        return slots.take(
                created.hostOrganizationId(),
                slot -> store.insert(new Change<>(created.in(slot), change.eventType(), change.eventData())),
                () -> find(created.id())
                        .orElseThrow(
                                () -> new ProblemException(HttpStatus.CONFLICT, "too-many-drafts", slots.limit())));
    }

    /**
     * Replaces the state that was the version before, and leaves it the standing of its host that came meanwhile.
     *
     * @throws ProblemException 412 when another change came first
     */
    Event update(Change<Event> change) {
        var next = change;
        while (!store.tryUpdate(next, eq(SINCE, since(next.state())))) {
            var now = store.require(change.state().id());
            if (now.version() != change.state().version() - 1) {
                throw ProblemException.stale();
            }
            next = new Change<>(
                    change.state().withHostStanding(now.hostStanding()), change.eventType(), change.eventData());
        }
        return next.state();
    }

    /** @throws ProblemException 412 when another change came first */
    void delete(Change<Event> change) {
        store.delete(change);
    }

    private static @Nullable Long since(Event event) {
        var standing = event.hostStanding();
        return standing == null ? null : standing.since();
    }

    /** Gives the events of a host its standing, unless they have a later one; in parts, each of which counts. */
    void follow(String hostOrganizationId, Standing standing) {
        setStanding(and(eq("hostOrganizationId", hostOrganizationId), lt(SINCE, standing.since())), standing);
    }

    /** Hosts of events that do not know their host's standing, from before it was kept; some of them. */
    Set<String> hostsNotFollowed() {
        return new HashSet<>(
                store.texts("hostOrganizationId", and(exists("status"), eq(SINCE, null)), FOLLOWED_TOGETHER));
    }

    /** Gives such events of a host its standing. */
    void followFirst(String hostOrganizationId, Standing standing) {
        setStanding(and(eq("hostOrganizationId", hostOrganizationId), eq(SINCE, null)), standing);
    }

    private void setStanding(Bson of, Standing standing) {
        List<String> ids;
        do {
            ids = store.texts("_id", of, FOLLOWED_TOGETHER);
            var these = and(in("_id", ids), of);
            var follows = Updates.set("hostStanding", standing);
            // What was seen goes away, or comes back: the public list tells of it.
            store.collection()
                    .updateMany(
                            and(these, gt(CHANGE, Instant.EPOCH)),
                            Updates.combine(follows, Updates.set(CHANGE, clock.instant())));
            store.collection().updateMany(these, follows);
        } while (ids.size() == FOLLOWED_TOGETHER);
    }

    /**
     * What is published by hosts in good standing and not over, the next first; with {@code updatedAfter} what the
     * public saw of events that changed since, or went away, the oldest change first.
     */
    Page<Event> published(PublicFilter filter, Instant now, Paging paging) {
        var conditions = new ArrayList<Bson>();
        if (filter.kind != null) {
            conditions.add(eq("kind", filter.kind.name()));
        }
        if (filter.organizationId != null) {
            conditions.add(eq("hostOrganizationId", filter.organizationId));
        }
        if (filter.updatedAfter != null) {
            conditions.add(gt(CHANGE, filter.updatedAfter));
            return BY_CHANGE.page(store.collection(), and(conditions), paging);
        }
        conditions.add(eq("status", Event.Status.PUBLISHED.name()));
        conditions.add(eq(VERIFIED, true));
        conditions.add(gt("startsAt", now.minus(Event.LONGEST)));
        conditions.add(gt("endsAt", now));
        return BY_START.page(store.collection(), and(conditions), paging);
    }

    /** Some of the published events that are over. */
    List<Event> over(Instant now) {
        return Readable.list(store.collection()
                .find(and(eq("status", Event.Status.PUBLISHED.name()), lte("endsAt", now)))
                .limit(SWEPT));
    }

    /** False when another change came first. */
    boolean tryUpdate(Change<Event> change) {
        return store.tryUpdate(change, eq(SINCE, since(change.state())));
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
