package ma.maydan.events.registration;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static ma.maydan.events.registration.RegistrationStore.ENDS;
import static ma.maydan.events.registration.RegistrationStore.EVENT;
import static ma.maydan.events.registration.RegistrationStore.MADE;
import static ma.maydan.events.registration.RegistrationStore.ORGANIZATION;
import static ma.maydan.events.registration.RegistrationStore.PERSON;
import static ma.maydan.events.registration.RegistrationStore.STARTS;
import static ma.maydan.events.registration.RegistrationStore.STATUS;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import ma.maydan.events.event.Schedule;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.starter.paging.Orders;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import org.jspecify.annotations.Nullable;

/** Registrations, page by page: of a person, of organizations, of an event. */
final class RegistrationListStore {

    private static final SortedQuery<Registration> NEWEST =
            SortedQuery.descendingBy(MADE, Registration::registeredAt, Registration::id);
    private static final SortedQuery<Registration> OLDEST =
            SortedQuery.ascendingBy(MADE, Registration::registeredAt, Registration::id);

    private static final Orders<Registration> OF_EVENT = Orders.of("registeredAt", OLDEST);

    /** So many are read at most for one page of those that are looked for by name. */
    private static final int READ = 2_000;

    private static final SortedQuery<Registration> NEXT =
            SortedQuery.ascendingBy(STARTS, RegistrationListStore::startsAt, Registration::id);
    private static final SortedQuery<Registration> LATEST =
            SortedQuery.descendingBy(STARTS, RegistrationListStore::startsAt, Registration::id);

    private final MongoCollection<Registration> rows;

    RegistrationListStore(MongoCollection<Registration> rows) {
        this.rows = rows;
    }

    Page<Registration> ofPerson(String personId, Paging paging) {
        return NEWEST.page(rows, eq(PERSON, personId), paging);
    }

    /** For one event, or all that are not over, taken by one of these organizations, the next first. */
    Page<Registration> ofOrganizations(
            Collection<String> organizations, @Nullable String eventId, Instant now, Paging paging) {
        var notOver = and(in(ORGANIZATION, organizations), gt(STARTS, now.minus(Schedule.LONGEST)), gt(ENDS, now));
        return NEXT.page(rows, eventId == null ? notOver : and(notOver, eq(EVENT, eventId)), paging);
    }

    /** For events that are not over, the next first. */
    Page<Registration> coming(String personId, Instant now, Paging paging) {
        var notOver = and(eq(PERSON, personId), gt(STARTS, now.minus(Schedule.LONGEST)), gt(ENDS, now));
        return NEXT.page(rows, notOver, paging);
    }

    /** For events that are over, the latest first. */
    Page<Registration> past(String personId, Instant now, Paging paging) {
        var over = and(eq(PERSON, personId), lte(STARTS, now), lte(ENDS, now));
        return LATEST.page(rows, over, paging);
    }

    /** What the query found has the time that it sorts by. */
    private static Instant startsAt(Registration registration) {
        return Objects.requireNonNull(registration.event().startsAt());
    }

    Page<Registration> ofEvent(String eventId, Paging paging) {
        return OLDEST.page(rows, eq(EVENT, eventId), paging);
    }

    /**
     * Of one event, in one state or all, the first made first unless another order is asked for; so many are read at most.
     *
     * @param keep those of some that are looked for
     */
    Page<Registration> ofEvent(
            String eventId,
            @Nullable Status status,
            @Nullable String sort,
            UnaryOperator<List<Registration>> keep,
            Paging paging) {
        var of = status == null ? eq(EVENT, eventId) : and(eq(EVENT, eventId), eq(STATUS, status.name()));
        return OF_EVENT.by(sort).pageOf(rows, List.of(of), paging, keep, Math.max(1, READ / (paging.limit() + 1)));
    }
}
