package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.events.invitation.InvitationUses;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Spot;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalFields;
import ma.maydan.starter.personal.PersonalParts;
import ma.maydan.starter.personal.SeenBy;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps the registrations: at most one active for a person and event, at most one for a promotion. */
@Component
class RegistrationStore implements InvitationUses {

    static final String EVENT = "event.id";
    static final String PERSON = "holder.personId";
    static final String STATUS = "stage.status";
    private static final String POSITION = "origin.spot.position";
    private static final String LANE = "origin.spot.rank.lane";
    private static final String ACTIVE_KEY = "stage.activeKey";
    private static final String PROMOTION = "stage.promotion";
    private static final String SLOT_KEY = "holder.slotKey";
    private static final String USE_KEY = "holder.inviteKey";
    static final String ORGANIZATION = "holder.behalf.organizationId";
    static final String MADE = "origin.registeredAt";
    static final String CHANGED = "updatedAt";
    static final String STARTS = "event.startsAt";
    static final String ENDS = "event.endsAt";

    private static final List<String> ACTIVE =
            Status.ACTIVE.stream().map(Status::name).toList();

    private final AggregateStore<Registration> store;
    private final RegistrationListStore lists;

    RegistrationStore(MongoDatabase database, Outbox outbox) {
        store = new AggregateStore<>(
                database,
                outbox,
                "registrations",
                Registration.class,
                new Topic<>("maydan.registrations", "registration", Registration::snapshot),
                RegistrationShape.PRESENT);
        var rows = store.collection();
        var uniqueWherePresent = new IndexOptions().unique(true).sparse(true);
        var indexes = IndexBuilds.on(rows);
        indexes.createIndex(Indexes.ascending(ACTIVE_KEY), uniqueWherePresent);
        indexes.createIndex(Indexes.ascending(PROMOTION), uniqueWherePresent);
        indexes.createIndex(Indexes.ascending(SLOT_KEY), uniqueWherePresent);
        indexes.createIndex(Indexes.ascending(USE_KEY), uniqueWherePresent);
        indexes.createIndex(Indexes.ascending(ORGANIZATION, STARTS, "_id"), new IndexOptions().sparse(true));
        indexes.createIndex(Indexes.ascending(EVENT, STATUS, LANE, POSITION));
        indexes.createIndex(Indexes.ascending(EVENT, MADE, "_id"));
        indexes.createIndex(Indexes.ascending(EVENT, STATUS, MADE, "_id"));
        indexes.createIndex(Indexes.ascending(EVENT, STATUS, CHANGED));
        indexes.createIndex(Indexes.ascending(PERSON, MADE, "_id"));
        indexes.createIndex(Indexes.ascending(PERSON, STARTS, "_id"));
        lists = new RegistrationListStore(rows);
    }

    /** Of them, page by page. */
    RegistrationListStore lists() {
        return lists;
    }

    /** For counts of them. */
    MongoCollection<Registration> rows() {
        return store.collection();
    }

    @Bean
    static PersonalData registeredPeople(RegistrationStore registrations) {
        return PersonalParts.of(
                registrations.store,
                Declared.of(
                        "registration",
                        "registrations",
                        Kept.years(2, Kept.Since.EVENT_END),
                        SeenBy.HOSTS,
                        SeenBy.STAFF),
                PersonalFields.replacing(PERSON)
                        .alongside("personName")
                        .naming(ACTIVE_KEY)
                        .since("/" + ENDS),
                List.of(
                        "_id",
                        EVENT,
                        STARTS,
                        "holder.personName",
                        STATUS,
                        "stage.offeredUntil",
                        "stage.reason.text",
                        MADE,
                        "updatedAt"));
    }

    /** All of a person that hold a seat or a place. */
    List<Registration> active(String personId) {
        return Readable.list(store.collection().find(and(eq(PERSON, personId), in(STATUS, ACTIVE))));
    }

    Optional<Registration> find(String id) {
        return store.find(id);
    }

    Optional<Registration> active(String eventId, String personId) {
        return first(ACTIVE_KEY, Registration.activeKey(eventId, personId));
    }

    List<Registration> active(Collection<String> eventIds, String personId) {
        var keys = eventIds.stream()
                .map(event -> Registration.activeKey(event, personId))
                .toList();
        return Readable.list(store.collection().find(in(ACTIVE_KEY, keys)));
    }

    Optional<Registration> promotedBy(String promotion) {
        return first(PROMOTION, promotion);
    }

    /** The first who waits, of those who came to the list up to a position; null for all. */
    Optional<Registration> firstWaiting(String eventId, @Nullable Long lastPosition) {
        var served = lastPosition == null ? waiting(eventId) : and(waiting(eventId), lte(POSITION, lastPosition));
        return Optional.ofNullable(
                store.collection().find(served).sort(ascending(LANE, POSITION)).first());
    }

    /** The first who waits, in no group, of those whom an organization has registered, and its members who came alone. */
    Optional<Registration> firstWaitingOf(String eventId, String organizationId, Collection<String> members) {
        var theirs = or(
                and(eq("holder.behalf.organizationId", organizationId), eq("holder.behalf.group", null)),
                and(eq("holder.behalf", null), in(PERSON, members)));
        return Optional.ofNullable(store.collection()
                .find(and(waiting(eventId), theirs))
                .sort(ascending(LANE, POSITION))
                .first());
    }

    Set<Long> waitingPositions(String eventId) {
        return Readable.list(store.collection().find(waiting(eventId))).stream()
                .flatMap(registration -> Stream.ofNullable(registration.origin().spot()))
                .map(Spot::position)
                .collect(Collectors.toSet());
    }

    private static Bson waiting(String eventId) {
        return and(eq(EVENT, eventId), eq(STATUS, Status.WAITLISTED.name()));
    }

    long count(String eventId, Status status) {
        return store.collection().countDocuments(and(eq(EVENT, eventId), eq(STATUS, status.name())));
    }

    /** Without guests who have not confirmed their address. */
    long countReachable(String eventId, Status status) {
        return store.collection()
                .countDocuments(and(eq(EVENT, eventId), eq(STATUS, status.name()), eq("holder.confirmUntil", null)));
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

    /** The events at which a person has a seat, or had one that was not given up. */
    Set<String> eventsSeated(String personId) {
        return Readable.list(store.collection().find(and(eq(PERSON, personId), eq(STATUS, Status.CONFIRMED.name()))))
                .stream()
                .map(Registration::eventId)
                .collect(Collectors.toSet());
    }

    /** Those that are taken of the seats that one organization, or unconfirmed guests, may have at an event. */
    Set<String> slotsTaken(Collection<String> slotKeys) {
        return taken(SLOT_KEY, slotKeys, Holder::slotKey);
    }

    @Override
    public Set<String> taken(Collection<String> useKeys) {
        return taken(USE_KEY, useKeys, Holder::inviteKey);
    }

    private Set<String> taken(String field, Collection<String> keys, Function<Holder, @Nullable String> key) {
        return Readable.list(store.collection().find(in(field, keys))).stream()
                .map(one -> Objects.requireNonNull(key.apply(one.holder())))
                .collect(Collectors.toSet());
    }

    /** Those at an event that hold a seat or a place and have no name yet. */
    List<Registration> unnamed(String eventId) {
        return Readable.list(store.collection().find(and(eq(EVENT, eventId), in(STATUS, ACTIVE), exists(ORGANIZATION))))
                .stream()
                .filter(one -> one.holder().isUnnamed())
                .toList();
    }

    /** Events of a person's registrations from before these kept their times. */
    Set<String> eventsWithoutTimes(String personId) {
        return Readable.list(store.collection().find(and(eq(PERSON, personId), eq(STARTS, null)))).stream()
                .map(Registration::eventId)
                .collect(Collectors.toSet());
    }

    /** Gives such registrations of a person the times of their event. */
    void addTimes(String personId, ForEvent event) {
        store.collection()
                .updateMany(
                        and(eq(PERSON, personId), eq(STARTS, null), eq(EVENT, event.id())),
                        Updates.set("event", event));
    }

    /** Gives all registrations for an event its times. */
    void setTimes(ForEvent event) {
        store.collection().updateMany(eq(EVENT, event.id()), Updates.set("event", event));
    }

    private Optional<Registration> first(String field, String value) {
        return Optional.ofNullable(store.collection().find(eq(field, value)).first());
    }
}
