package ma.maydan.events.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static ma.maydan.starter.ownership.OwnedStore.OWNER;
import static ma.maydan.starter.ownership.OwnedStore.PUBLIC_CHANGE;
import static ma.maydan.starter.ownership.OwnedStore.VERIFIED;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import ma.maydan.events.event.EventFilter.When;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.search.Search;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may see of the events. Whatever is asked for, an index has it in its order, and what is read for an
 * answer is bounded: it does not grow with the collection.
 */
final class PublicEventStore {

    /** So many are counted, and one more says that there are more. */
    static final int COUNTED = 100;

    /** So many are read at most for one page of those with a free seat, which the events themselves do not know. */
    private static final int READ = 500;

    private static final int RELATED = 3;
    /** By so many sectors of an event others are looked for. */
    private static final int SECTORS = 3;

    private static final String STATUS = "stage.status";
    private static final String KIND = "content.kind";
    private static final String START = "content.schedule.startsAt";
    private static final String END = "content.schedule.endsAt";

    private static final SortedQuery<Event> BY_START = SortedQuery.ascendingBy(START, Event::startsAt, Event::id);
    private static final SortedQuery<Event> LATEST = BY_START.reversed();
    private static final SortedQuery<Event> BY_CHANGE =
            SortedQuery.ascendingBy(PUBLIC_CHANGE, Event::changedAt, Event::id);

    private final MongoCollection<Event> events;
    private final Search<Event> search;

    PublicEventStore(MongoCollection<Event> events) {
        this.events = events;
        var indexes = IndexBuilds.on(events);
        indexes.createIndex(Indexes.ascending(STATUS, VERIFIED, START, "_id"));
        indexes.createIndex(Indexes.ascending(STATUS, VERIFIED, KIND, START, "_id"));
        indexes.createIndex(Indexes.ascending(STATUS, VERIFIED, EventFacets.TOKENS, START, "_id"));
        indexes.createIndex(Indexes.ascending(OWNER, STATUS, VERIFIED, START, "_id"));
        indexes.createIndex(Indexes.ascending(OWNER, STATUS, VERIFIED, KIND, START, "_id"));
        indexes.createIndex(Indexes.ascending(OWNER, STATUS, VERIFIED, EventFacets.TOKENS, START, "_id"));
        indexes.createIndex(Indexes.ascending(PUBLIC_CHANGE, "_id"));
        indexes.createIndex(Indexes.ascending(KIND, PUBLIC_CHANGE, "_id"));
        indexes.createIndex(Indexes.ascending(OWNER, PUBLIC_CHANGE, "_id"));
        indexes.createIndex(Indexes.ascending(OWNER, KIND, PUBLIC_CHANGE, "_id"));
        search = new Search<>(events, Event::id, STATUS, VERIFIED);
    }

    /**
     * What is published by hosts in good standing, or what a text finds of it, the best first; with {@code updatedAfter}
     * what the public saw of events that changed since, or went away.
     *
     * @param free those of some events that have a seat to give, in the same order
     */
    Page<Event> page(EventFilter filter, Instant now, Paging paging, UnaryOperator<List<Event>> free) {
        if (filter.updatedAfter() != null) {
            return changed(filter, filter.updatedAfter(), paging);
        }
        if (filter.facets().isContradiction()) {
            return new Page<>(List.of(), null);
        }
        UnaryOperator<List<Event>> keep = filter.freeSeats() ? free : UnaryOperator.identity();
        if (filter.text() != null) {
            return search.page(filter.text(), listed(filter), narrowed(filter, now), paging, keep);
        }
        var order = filter.time().when() == When.PAST ? LATEST : BY_START;
        return order.pageOf(events, filters(filter, now), paging, keep, Math.max(1, READ / (paging.limit() + 1)));
    }

    private Page<Event> changed(EventFilter filter, Instant since, Paging paging) {
        var conditions = new ArrayList<Bson>();
        if (filter.facets().kind() != null) {
            conditions.add(eq(KIND, filter.facets().kind().name()));
        }
        if (filter.organizationId() != null) {
            conditions.add(eq(OWNER, filter.organizationId()));
        }
        conditions.add(gt(PUBLIC_CHANGE, since));
        return BY_CHANGE.page(events, and(conditions), paging);
    }

    /**
     * How many there are of those that {@link #page} lists, {@link #COUNTED} and one more for all that are more; null
     * where that is not known without reading on.
     */
    @Nullable
    Integer count(EventFilter filter, Instant now, UnaryOperator<List<Event>> free) {
        if (filter.facets().isContradiction()) {
            return 0;
        }
        if (filter.text() == null && !filter.freeSeats()) {
            var most = new CountOptions().limit(COUNTED + 1);
            var found = filters(filter, now).stream()
                    .mapToLong(one -> events.countDocuments(one, most))
                    .sum();
            return (int) Math.min(found, COUNTED + 1);
        }
        var first = page(filter, now, new Paging(null, COUNTED, "counted"), free);
        var all = first.items().size();
        return first.nextCursor() == null ? (Integer) all : all == COUNTED ? (Integer) (COUNTED + 1) : null;
    }

    /** One for each state that is asked for, since an index is in order within one. */
    private static List<Bson> filters(EventFilter filter, Instant now) {
        return statuses(filter)
                .map(status -> and(Stream.concat(
                                Stream.of(eq(STATUS, status.name()), eq(VERIFIED, true)),
                                narrowed(filter, now).stream())
                        .toList()))
                .toList();
    }

    private static Bson listed(EventFilter filter) {
        return and(in(STATUS, statuses(filter).map(Enum::name).toList()), eq(VERIFIED, true));
    }

    /** What is over is published for as long as nobody has booked that. */
    private static Stream<Event.Status> statuses(EventFilter filter) {
        return filter.time().when() == When.UPCOMING
                ? Stream.of(Event.Status.PUBLISHED)
                : Stream.of(Event.Status.PUBLISHED, Event.Status.COMPLETED);
    }

    private static List<Bson> narrowed(EventFilter filter, Instant now) {
        var conditions = new ArrayList<Bson>();
        if (filter.organizationId() != null) {
            conditions.add(eq(OWNER, filter.organizationId()));
        }
        if (!filter.facets().isKindAtMost()) {
            conditions.add(eq(EventFacets.TOKENS, filter.facets().token()));
        } else if (filter.facets().kind() != null) {
            conditions.add(eq(KIND, filter.facets().kind().name()));
        }
        switch (filter.time().when()) {
            case UPCOMING -> {
                conditions.add(gt(START, now.minus(Schedule.LONGEST)));
                conditions.add(gt(END, now));
            }
            case PAST -> {
                conditions.add(lte(START, now));
                conditions.add(lte(END, now));
            }
            case ALL -> {}
        }
        if (filter.time().from() != null) {
            conditions.add(gte(START, filter.time().from()));
        }
        if (filter.time().until() != null) {
            conditions.add(lt(START, filter.time().until()));
        }
        return conditions.isEmpty() ? List.of(new BsonDocument()) : conditions;
    }

    /** What has not begun of the same kind, a same sector or the same host: what has most of them first, then the next. */
    List<Event> related(Event event, Instant now) {
        var found = new LinkedHashMap<String, Event>();
        var alike = new ArrayList<Bson>();
        alike.add(eq(KIND, event.content().kind().name()));
        alike.add(eq(OWNER, event.hostOrganizationId()));
        event.content().reach().sectors().stream()
                .limit(SECTORS)
                .map(sector -> new EventFacets(null, null, false, null, null, sector).token())
                .forEach(token -> alike.add(eq(EventFacets.TOKENS, token)));
        for (var same : alike) {
            var coming = and(
                    eq(STATUS, Event.Status.PUBLISHED.name()),
                    eq(VERIFIED, true),
                    same,
                    gt(START, now),
                    ne("_id", event.id()),
                    others(event.ties().occurrence()));
            Readable.list(events.find(coming)
                            .sort(Sorts.ascending(START, "_id"))
                            .limit(2 * RELATED))
                    .forEach(one -> found.put(one.id(), one));
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt((Event one) -> -shared(one, event))
                        .thenComparing(Event::startsAt)
                        .thenComparing(Event::id))
                .limit(RELATED)
                .toList();
    }

    /** What is no other date of its series. */
    private static Bson others(@Nullable Occurrence date) {
        return date == null ? new BsonDocument() : ne(EventStore.SERIES, date.seriesId());
    }

    private static int shared(Event one, Event other) {
        return (one.content().kind() == other.content().kind() ? 1 : 0)
                + (one.hostOrganizationId().equals(other.hostOrganizationId()) ? 1 : 0)
                + (Collections.disjoint(
                                one.content().reach().sectors(),
                                other.content().reach().sectors())
                        ? 0
                        : 1);
    }
}
