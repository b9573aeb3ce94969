package ma.maydan.incubators.membership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.mongo.Slots;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.SeenBy;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.time.Morocco;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The collection {@code join_requests}. */
@Component
class AdmissionStore {

    /** That an organization may have open. */
    static final int OPEN = 100;

    /** That a person may make on one day in Morocco. */
    static final int A_DAY = 10;

    private static final Kept KEPT = Kept.days(30, Kept.Since.WRITTEN);
    private static final String ORGANIZATION = "organizationId";
    private static final String PERSON = "asker.person";
    private static final String STATUS = "stage.status";
    private static final String AT = "asker.at";
    private static final Bson PENDING = eq(STATUS, Admission.Status.PENDING.name());

    private static final SortedQuery<Admission> OLDEST_FIRST =
            SortedQuery.ascendingBy(AT, request -> request.asker().at(), Admission::id);

    private final AggregateStore<Admission> store;
    private final MongoCollection<Admission> requests;
    private final Slots open;
    private final Slots daily;

    AdmissionStore(MongoDatabase database, Outbox outbox) {
        store = new AggregateStore<>(
                database,
                outbox,
                "join_requests",
                Admission.class,
                new Topic<>("maydan.admissions", "admission", Admission::snapshot),
                Shape.first());
        requests = store.collection();
        open = new Slots(requests, "stage.slot", OPEN);
        daily = new Slots(requests, "asker.daily", A_DAY);
        var indexes = IndexBuilds.on(requests);
        indexes.createIndex(
                Indexes.ascending("asker.key"), new IndexOptions().unique(true).sparse(true));
        indexes.createIndex(Indexes.ascending(ORGANIZATION, STATUS, AT, "_id"));
        indexes.createIndex(Indexes.ascending(PERSON, STATUS, AT, "_id"));
    }

    /** Who asked is forgotten with the end of a request, and the rest of it after a while. */
    @Bean
    static PersonalData peopleWhoAsk(AdmissionStore requests) {
        return PersonalDocuments.ofAProcess(
                requests.requests,
                Declared.of("join-request", "join_requests", KEPT, SeenBy.MEMBERS),
                PERSON,
                ne(STATUS, Admission.Status.PENDING.name()),
                List.of("_id", AT));
    }

    /**
     * Inserts a new one; see {@link AggregateStore#insert}.
     *
     * @throws ProblemException 409 {@code too-many-join-requests}
     * @throws ma.maydan.starter.mongo.DuplicateValueException when the person has asked before
     */
    Admission insert(Change<Admission> change) {
        var made = change.state();
        var day = LocalDate.ofInstant(made.asker().at(), Morocco.ZONE).toString();
        var owner = Guest.idOf(day, String.valueOf(made.asker().person()));
        return open.take(
                made.organizationId(),
                slot -> daily.take(
                        owner,
                        ofTheDay -> store.insert(change.with(made.holding(slot, ofTheDay))),
                        () -> full(made, A_DAY)),
                () -> full(made, OPEN));
    }

    /** What was made with this id before, if it was. */
    private Admission full(Admission made, int limit) {
        return find(made.id())
                .orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "too-many-join-requests", limit));
    }

    Optional<Admission> find(String id) {
        return store.find(id);
    }

    /** See {@link AggregateStore#update}. */
    Admission update(Change<Admission> change) {
        return store.update(change);
    }

    /** False when another change came first. */
    boolean tryUpdate(Change<Admission> change) {
        return store.tryUpdate(change, new BsonDocument());
    }

    /** Those that are open, the longest waiting first. */
    Page<Admission> ofOrganization(String organizationId, Paging paging) {
        return OLDEST_FIRST.page(requests, and(eq(ORGANIZATION, organizationId), PENDING), paging);
    }

    /** The ids of those that a person has open. */
    List<String> openOf(String person) {
        return store.texts("_id", and(eq(PERSON, person), PENDING), 0);
    }

    /** Those that are open, the longest waiting first. */
    Page<Admission> of(String person, Paging paging) {
        return OLDEST_FIRST.page(requests, and(eq(PERSON, person), PENDING), paging);
    }
}
