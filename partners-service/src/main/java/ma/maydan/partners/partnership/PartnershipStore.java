package ma.maydan.partners.partnership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.partners.partnership.Partnership.Status;
import ma.maydan.starter.aggregate.AggregateStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.aggregate.Topic;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Slots;
import ma.maydan.starter.paging.Orders;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.paging.SortedQuery;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalFields;
import ma.maydan.starter.personal.PersonalParts;
import ma.maydan.starter.personal.SeenBy;
import ma.maydan.starter.problem.ProblemException;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps the partnerships. */
@Component
class PartnershipStore {

    private static final String PROPOSER = "proposal.proposerOrganizationId";
    private static final String PARTNER = "proposal.partnerOrganizationId";
    private static final String STATUS = "stage.status";
    private static final String CHANGE = "stage.publicChangeAt";
    private static final String TYPE = "terms.type";
    private static final String STARTS = "terms.startsOn";
    private static final String ENDS = "terms.endsOn";

    private static final SortedQuery<Partnership> OLDEST_CHANGE_FIRST =
            SortedQuery.ascendingBy(CHANGE, Partnership::changedAt, Partnership::id);

    private static final SortedQuery<Partnership> NEWEST =
            SortedQuery.descendingBy("updatedAt", Partnership::updatedAt, Partnership::id);

    private static final SortedQuery<Partnership> LONGEST_WAITING_FIRST =
            SortedQuery.ascendingBy("updatedAt", Partnership::updatedAt, Partnership::id);

    private static final Orders<Partnership> UNDER_REVIEW = Orders.of("updatedAt", LONGEST_WAITING_FIRST)
            .or(
                    "startsOn",
                    SortedQuery.ascendingBy(
                            STARTS,
                            it -> it.terms()
                                    .startsOn()
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant(),
                            Partnership::id));

    private static final List<String> AGREED = Stream.of(Status.APPROVED, Status.ACTIVE, Status.SUSPENDED)
            .map(Enum::name)
            .toList();
    private static final int SWEPT = 100;

    private final AggregateStore<Partnership> store;
    private final Slots slots;

    /** @param drafts how many open proposals an organization may have */
    PartnershipStore(MongoDatabase database, Outbox outbox, @Value("${maydan.limits.drafts}") int drafts) {
        store = new AggregateStore<>(
                database,
                outbox,
                "partnerships",
                Partnership.class,
                new Topic<>("maydan.partnerships", "partnership", PartnershipSnapshot::of),
                PartnershipShape.PRESENT);
        slots = new Slots(store.collection(), "proposal.slot", drafts);
        var indexes = IndexBuilds.on(store.collection());
        for (var party : List.of(PROPOSER, PARTNER)) {
            indexes.createIndex(Indexes.ascending(party, STATUS, "updatedAt", "_id"));
            indexes.createIndex(Indexes.ascending(party, "updatedAt", "_id"));
            indexes.createIndex(Indexes.ascending(party, CHANGE, "_id"));
        }
        for (var order : List.of("updatedAt", STARTS)) {
            indexes.createIndex(Indexes.ascending(STATUS, order, "_id"));
            indexes.createIndex(Indexes.ascending(STATUS, TYPE, order, "_id"));
        }
        indexes.createIndex(Indexes.ascending(CHANGE, "_id"));
        indexes.createIndex(Indexes.ascending(STATUS, ENDS));
    }

    @Bean
    static PersonalData decisionsOnPartnerships(PartnershipStore partnerships) {
        return PersonalParts.of(
                partnerships.store,
                Declared.of("partnership-decision", "partnerships", Kept.years(5, Kept.Since.DECISION), SeenBy.STAFF),
                PersonalFields.replacing("proposal.proposedBy")
                        .since("/updatedAt")
                        .and(PersonalFields.replacing("stage.approval.approver").since("at"))
                        // Nobody's when a rule suspended it; and it is suspended until its last day at the most.
                        .and(PersonalFields.replacing("stage.suspendedBy")),
                List.of("_id", "terms.title", "stage.approval", "updatedAt"));
    }

    Optional<Partnership> find(String id) {
        return store.find(id);
    }

    /** @throws ProblemException 409 {@code too-many-drafts} when its proposer has as many as may be */
    Partnership insert(Change<Partnership> change) {
        var created = change.state();
        return slots.take(
                created.proposal().proposerOrganizationId(),
                slot -> store.insert(change.with(created.in(slot))),
                () -> find(created.id())
                        .orElseThrow(
                                () -> new ProblemException(HttpStatus.CONFLICT, "too-many-drafts", slots.limit())));
    }

    Partnership update(Change<Partnership> change) {
        return store.update(change);
    }

    void delete(Change<Partnership> change) {
        store.delete(change);
    }

    /** False when another change came first. */
    boolean tryUpdate(Change<Partnership> change) {
        return store.tryUpdate(change, new BsonDocument());
    }

    /** Those in force on a day, whether or not the day has been booked. */
    Page<Partnership> active(@Nullable String organizationId, LocalDate today, Paging paging) {
        var active =
                and(in(STATUS, Status.ACTIVE.name(), Status.APPROVED.name()), lte(STARTS, today), gte(ENDS, today));
        return NEWEST.page(store.collection(), ofParty(organizationId, active), paging);
    }

    /** What the public saw of partnerships that changed since, or went away, the oldest change first. */
    Page<Partnership> changed(@Nullable String organizationId, Instant updatedAfter, Paging paging) {
        return OLDEST_CHANGE_FIRST.page(store.collection(), ofParty(organizationId, gt(CHANGE, updatedAfter)), paging);
    }

    private static List<Bson> ofParty(@Nullable String organizationId, Bson filter) {
        return organizationId == null
                ? List.of(filter)
                : List.of(and(eq(PROPOSER, organizationId), filter), and(eq(PARTNER, organizationId), filter));
    }

    /** Some of those whose state is not that of the day. */
    List<String> due(LocalDate today) {
        return Stream.of(
                        and(eq(STATUS, Status.APPROVED.name()), lte(STARTS, today)),
                        and(eq(STATUS, Status.ACTIVE.name()), gt(STARTS, today)),
                        and(in(STATUS, AGREED), lt(ENDS, today)))
                .flatMap(condition -> store.texts("_id", condition, SWEPT).stream())
                .toList();
    }

    /**
     * @param type null for all
     * @param sort null for the longest waiting first
     */
    Page<Partnership> underReview(Terms.@Nullable Type type, @Nullable String sort, Paging paging) {
        var waiting = eq(STATUS, Status.UNDER_REVIEW.name());
        return UNDER_REVIEW
                .by(sort)
                .page(store.collection(), type == null ? waiting : and(waiting, eq(TYPE, type.name())), paging);
    }

    Page<Partnership> ofParties(Collection<String> organizationIds, Paging paging) {
        return NEWEST.page(
                store.collection(), List.of(in(PROPOSER, organizationIds), in(PARTNER, organizationIds)), paging);
    }

    /** Those that the standing of a party can change. */
    List<String> inForceOf(String organizationId) {
        return ofParty(organizationId, in(STATUS, AGREED)).stream()
                .flatMap(condition -> store.texts("_id", condition, 0).stream())
                .toList();
    }
}
