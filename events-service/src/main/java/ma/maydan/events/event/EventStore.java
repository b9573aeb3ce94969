package ma.maydan.events.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static ma.maydan.starter.ownership.OwnedStore.OWNER;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.events.organization.StandingFollower;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.file.FileHolder;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.ownership.OwnedStore;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.paging.Orders;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.personal.Impersonal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps the events. */
@Component
class EventStore implements StandingFollower {

    private static final String STATUS = "stage.status";
    private static final String KIND = "content.kind";
    private static final String START = "content.schedule.startsAt";
    private static final String END = "content.schedule.endsAt";
    private static final String CHANGED = "updatedAt";
    private static final String IMAGE = "ties.image.file";
    private static final String CO_HOST = "ties.coHosts.organizationId";
    static final String SERIES = "ties.occurrence.seriesId";
    private static final String ALLOTTED = "content.seating.sharing.allotments.organizationId";
    private static final String PLANNED = "ties.occurrence.planned";
    private static final String REVIEW = "stage.review";
    private static final int SWEPT = 100;

    private static final SortedQuery<Event> BY_START = SortedQuery.ascendingBy(START, Event::startsAt, Event::id);
    private static final Orders<Event> WAITING = Orders.of("startsAt", BY_START)
            .or("updatedAt", SortedQuery.ascendingBy(CHANGED, Event::updatedAt, Event::id));

    private final OwnedStore<Event> store;
    private final PublicEventStore everybodys;

    /** @param drafts how many events a host may have that are neither published nor cancelled */
    EventStore(MongoDatabase database, Outbox outbox, Clock clock, @Value("${maydan.limits.drafts}") int drafts) {
        store = new OwnedStore<>(
                new AggregateStore<>(
                        database,
                        outbox,
                        "events",
                        Event.class,
                        new Topic<>("maydan.events", "event", EventSnapshot::of),
                        EventShape.PRESENT),
                drafts,
                clock);
        var indexes = IndexBuilds.on(store.collection());
        indexes.createIndex(Indexes.ascending(STATUS, END));
        for (var order : List.of(START, CHANGED)) {
            indexes.createIndex(Indexes.ascending(REVIEW, order, "_id"));
            indexes.createIndex(Indexes.ascending(REVIEW, KIND, order, "_id"));
        }
        indexes.createIndex(Indexes.ascending(OWNER, START, "_id"));
        indexes.createIndex(Indexes.ascending(CO_HOST, START, "_id"));
        indexes.createIndex(Indexes.ascending(SERIES, PLANNED), new IndexOptions().sparse(true));
        indexes.createIndex(Indexes.ascending(IMAGE), new IndexOptions().sparse(true));
        indexes.createIndex(Indexes.ascending(ALLOTTED, STATUS), new IndexOptions().sparse(true));
        everybodys = new PublicEventStore(store.collection());
    }

    /** Who works on an event is not kept. */
    @Bean
    static Impersonal eventsOfOrganizations() {
        return Impersonal.of("events");
    }

    Optional<Event> find(String id) {
        return store.find(id);
    }

    Map<String, Event> findAll(Collection<String> ids) {
        return store.findAll(ids);
    }

    @Bean
    static FileHolder eventImages(EventStore events) {
        return file -> events.store.collection().find(eq(IMAGE, file)).first() != null;
    }

    /** See {@link OwnedStore#insert}. */
    Event insert(Change<Event> change) {
        return store.insert(change);
    }

    /** See {@link OwnedStore#insertWithoutSlot}. */
    void insertWithoutSlot(Change<Event> change) {
        store.insertWithoutSlot(change);
    }

    /** The dates of a series, in the order in which they were planned. */
    List<Event> ofSeries(String id) {
        return Readable.list(store.collection().find(eq(SERIES, id)).sort(Sorts.ascending(PLANNED)));
    }

    /** Published ones at which seats are kept for an organization, or were. */
    List<Event> keepingFor(String organizationId) {
        return Readable.list(store.collection()
                .find(and(eq(ALLOTTED, organizationId), eq(STATUS, Event.Status.PUBLISHED.name()))));
    }

    /** See {@link OwnedStore#update}. */
    Event update(Change<Event> change) {
        return store.update(change);
    }

    /** See {@link OwnedStore#handOver}. */
    Event handOver(Change<Event> change, Standing before) {
        return store.handOver(change, before);
    }

    /** See {@link OwnedStore#tryUpdate}. */
    boolean tryUpdate(Change<Event> change) {
        return store.tryUpdate(change);
    }

    /** See {@link OwnedStore#delete}. */
    void delete(Change<Event> change) {
        store.delete(change);
    }

    /** See {@link OwnedStore#follow}. */
    @Override
    public void follow(String hostOrganizationId, Standing standing) {
        store.follow(hostOrganizationId, standing);
    }

    /** What everybody may see. */
    PublicEventStore everybodys() {
        return everybodys;
    }

    /** Some of the published events that are over. */
    List<Event> over(Instant now) {
        return Readable.list(store.collection()
                .find(and(eq(STATUS, Event.Status.PUBLISHED.name()), lte(END, now)))
                .limit(SWEPT));
    }

    Page<Event> hostedBy(Collection<String> organizationIds, Paging paging) {
        return BY_START.page(store.collection(), in(OWNER, organizationIds), paging);
    }

    /** What these organizations host with others, or are invited to. */
    Page<Event> coHostedBy(Collection<String> organizationIds, Paging paging) {
        return BY_START.page(store.collection(), in(CO_HOST, organizationIds), paging);
    }

    /** What these organizations are invited to host, and can still answer. */
    Page<Event> invitedTo(Collection<String> organizationIds, Instant now, Paging paging) {
        var invited = elemMatch(
                "ties.coHosts", and(in("organizationId", organizationIds), eq("state", CoHost.State.INVITED.name())));
        return BY_START.page(
                store.collection(), and(invited, ne(STATUS, Event.Status.CANCELLED.name()), gt(END, now)), paging);
    }

    /**
     * What waits for the cluster.
     *
     * @param review null for whatever it is asked for
     * @param kind null for all
     * @param sort null for the next first
     */
    Page<Event> waiting(
            Stage.@Nullable Review review, Event.@Nullable Kind kind, @Nullable String sort, Paging paging) {
        var asked = in(
                REVIEW,
                Stream.of(Stage.Review.values())
                        .filter(one -> review == null || review == one)
                        .map(Enum::name)
                        .toList());
        return WAITING.by(sort)
                .page(store.collection(), kind == null ? asked : and(asked, eq(KIND, kind.name())), paging);
    }
}
