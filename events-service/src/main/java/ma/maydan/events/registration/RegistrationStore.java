package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.maydan.events.event.Event;
import ma.maydan.events.registration.Registration.EventTimes;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.AggregateStore;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the registrations: at most one active for a person and event, at most one for a promotion. */
@Component
class RegistrationStore {

    private static final String STARTS = "eventTimes.startsAt";
    private static final String ENDS = "eventTimes.endsAt";

    private static final SortedQuery<Registration> NEWEST =
            SortedQuery.descendingBy("registeredAt", Registration::registeredAt, Registration::id);
    private static final SortedQuery<Registration> OLDEST =
            SortedQuery.ascendingBy("registeredAt", Registration::registeredAt, Registration::id);

    private static final SortedQuery<Registration> NEXT =
            SortedQuery.ascendingBy(STARTS, RegistrationStore::startsAt, Registration::id);
    private static final SortedQuery<Registration> LATEST =
            SortedQuery.descendingBy(STARTS, RegistrationStore::startsAt, Registration::id);

    private final AggregateStore<Registration> store;

    RegistrationStore(MongoDatabase database, Outbox outbox) {
        store = new AggregateStore<>(database, outbox, "registrations", Registration.class, "maydan.registrations");
        var rows = store.collection();
        var uniqueWherePresent = new IndexOptions().unique(true).sparse(true);
        var indexes = IndexBuilds.on(rows);
        indexes.createIndex(Indexes.ascending("activeKey"), uniqueWherePresent);
        indexes.createIndex(Indexes.ascending("promotion"), uniqueWherePresent);
        indexes.createIndex(Indexes.ascending("eventId", "status", "position"));
        indexes.createIndex(Indexes.ascending("eventId", "registeredAt", "_id"));
        indexes.createIndex(Indexes.ascending("personId", "registeredAt", "_id"));
        indexes.createIndex(Indexes.ascending("personId", STARTS, "_id"));
    }

    Optional<Registration> find(String id) {
        return store.find(id);
    }

    Optional<Registration> active(String eventId, String personId) {
        return first("activeKey", Registration.activeKey(eventId, personId));
    }

    List<Registration> active(Collection<String> eventIds, String personId) {
        var keys = eventIds.stream()
                .map(event -> Registration.activeKey(event, personId))
                .toList();
        return Readable.list(store.collection().find(in("activeKey", keys)));
    }

    Optional<Registration> promotedBy(String promotion) {
        return first("promotion", promotion);
    }

    /** The first who waits, of those up to a position; null for all. */
    Optional<Registration> firstWaiting(String eventId, @Nullable Long lastPosition) {
        return Optional.ofNullable(store.collection()
                        .find(waiting(eventId))
                        .sort(ascending("position"))
                        .first())
                .filter(first -> lastPosition == null || first.position() == null || first.position() <= lastPosition);
    }

    Set<Long> waitingPositions(String eventId) {
        return Readable.list(store.collection().find(waiting(eventId))).stream()
                .map(registration -> Objects.requireNonNullElse(registration.position(), 0L))
                .collect(Collectors.toSet());
    }

    private static Bson waiting(String eventId) {
        return and(eq("eventId", eventId), eq("status", Status.WAITLISTED.name()));
    }

    long count(String eventId, Status status) {
        return store.collection().countDocuments(and(eq("eventId", eventId), eq("status", status.name())));
    }

    Registration insert(Change<Registration> change) {
        return store.insert(change);
    }

    /** False when another change came first. */
    boolean tryUpdate(Change<Registration> change) {
        return store.tryUpdate(change, new BsonDocument());
    }

    /** False when it changed meanwhile; else whoever would change it now reads it again. */
    boolean touch(Registration registration) {
        var unchanged = and(eq("_id", registration.id()), eq("version", registration.version()));
        return store.collection()
                        .updateOne(unchanged, Updates.inc("version", 1L))
                        .getMatchedCount()
                == 1;
    }

    Page<Registration> ofPerson(String personId, Paging paging) {
        return NEWEST.page(store.collection(), eq("personId", personId), paging);
    }

    /** For events that are not over, the next first. */
    Page<Registration> coming(String personId, Instant now, Paging paging) {
        var notOver = and(eq("personId", personId), gt(STARTS, now.minus(Event.LONGEST)), gt(ENDS, now));
        return NEXT.page(store.collection(), notOver, paging);
    }

    /** For events that are over, the latest first. */
    Page<Registration> past(String personId, Instant now, Paging paging) {
        var over = and(eq("personId", personId), lte(STARTS, now), lte(ENDS, now));
        return LATEST.page(store.collection(), over, paging);
    }

    /** Events of a person's registrations from before these kept their times. */
    Set<String> eventsWithoutTimes(String personId) {
        return Readable.list(store.collection().find(and(eq("personId", personId), eq(STARTS, null)))).stream()
                .map(Registration::eventId)
                .collect(Collectors.toSet());
    }

    /** Gives such registrations of a person the times of their event. */
    void addTimes(String personId, String eventId, EventTimes times) {
        store.collection()
                .updateMany(
                        and(eq("personId", personId), eq(STARTS, null), eq("eventId", eventId)),
                        Updates.set("eventTimes", times));
    }

    /** What the query found has the time that it sorts by. */
    private static Instant startsAt(Registration registration) {
        return Objects.requireNonNull(registration.eventTimes()).startsAt();
    }

    Page<Registration> ofEvent(String eventId, Paging paging) {
        return OLDEST.page(store.collection(), eq("eventId", eventId), paging);
    }

    private Optional<Registration> first(String field, String value) {
        return Optional.ofNullable(store.collection().find(eq(field, value)).first());
    }
}
