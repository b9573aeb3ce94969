package ma.maydan.events.seats;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.maydan.starter.mongo.IndexBuilds;
import ma.maydan.starter.mongo.Readable;
import ma.maydan.starter.mongo.ShapeUpgrade;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.PersonalFields;
import ma.maydan.starter.personal.SeenBy;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the ledgers. A ledger is only ever replaced by what its rules make of the version that is replaced. MongoDB's
 * transactions are snapshot-isolated: counting and then inserting would sell a seat twice.
 */
@Component
public class SeatLedgerStore {

    /** How many ledgers a query for the sweep finds at most. */
    public static final int SWEPT = 100;

    private static final String CLAIMANT = "pending.claimant.person";

    private final MongoCollection<SeatLedger> ledgers;
    private final Clock clock;
    private final ConcurrentHashMap<String, LedgerTurn> turns = new ConcurrentHashMap<>();

    SeatLedgerStore(MongoDatabase database, Clock clock) {
        ShapeUpgrade.run(database, "seat_ledgers", SeatLedgerShape.PRESENT);
        this.ledgers = Readable.collection(database, "seat_ledgers", SeatLedger.class, SeatLedgerShape.PRESENT);
        this.clock = clock;
        var indexes = IndexBuilds.on(ledgers);
        indexes.createIndex(Indexes.ascending("pending.at"));
        indexes.createIndex(Indexes.ascending("opening.seatsToGive", "_id"));
        indexes.createIndex(Indexes.ascending("changedAt"));
    }

    /** Opens the ledger of an event, or lets the one that was opened for an attempt before go by these terms. */
    public void open(String eventId, Terms terms) {
        try {
            ledgers.insertOne(SeatLedger.of(eventId, terms, clock.instant()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            follow(eventId, terms);
        }
    }

    /** Gives no seat any more to who asks. */
    public void close(String eventId) {
        change(eventId, ledger -> new Outcome<>(ledger.close(clock.instant()), true));
    }

    public Optional<SeatLedger> find(String eventId) {
        return Optional.ofNullable(ledgers.find(eq("_id", eventId)).first());
    }

    public Map<String, SeatLedger> findAll(Collection<String> eventIds) {
        var found = new HashMap<String, SeatLedger>();
        if (!eventIds.isEmpty()) {
            Readable.list(ledgers.find(in("_id", eventIds))).forEach(ledger -> found.put(ledger.id(), ledger));
        }
        return found;
    }

    /** A seat when one is free and nobody waits for it, else a place in the list; empty without a ledger. */
    public Optional<Taking> take(String eventId, Claimant claimant, Entrant entrant) {
        return change(eventId, ledger -> ledger.take(claimant, entrant, clock.instant()));
    }

    /** See {@link SeatLedger#takeTogether}; empty without a ledger. */
    public Optional<Together> takeTogether(String eventId, List<Claimant> claimants, Entrant entrant) {
        return change(eventId, ledger -> ledger.takeTogether(claimants, entrant, clock.instant()));
    }

    /** See {@link SeatLedger#approve}; empty without a ledger. */
    public Optional<Taking> approve(String eventId, String registrationId, Entrant entrant) {
        return change(eventId, ledger -> ledger.approve(registrationId, entrant, clock.instant()));
    }

    /** See {@link SeatLedger#takeKept}; empty without a ledger. */
    public Optional<Taking> takeKept(String eventId, String registrationId, String organizationId) {
        return change(eventId, ledger -> ledger.takeKept(registrationId, organizationId, clock.instant()));
    }

    /** See {@link SeatLedger#turn}. */
    public List<Step> turn(String eventId) {
        return change(eventId, ledger -> ledger.turn(clock.instant())).orElse(List.of());
    }

    /** Begins the end of a registration, or of an offer; empty without a ledger. */
    public Optional<Step> begin(Step.Kind kind, String eventId, String registrationId) {
        return change(eventId, ledger -> ledger.begin(kind, registrationId, clock.instant()));
    }

    /** Begins an answer to an offer or another choice; see {@link SeatLedger#begin}. Empty without a ledger. */
    public Optional<Taking> begin(Step.Kind kind, String eventId, String registrationId, List<String> parts) {
        return change(eventId, ledger -> ledger.begin(kind, registrationId, parts, clock.instant()));
    }

    /** Before an event says that it has fewer seats, or other quotas; see {@link SeatLedger#shrink}. Empty without a ledger. */
    public Optional<Shrinking> shrink(String eventId, Terms after) {
        return change(eventId, ledger -> ledger.shrink(after.capacity(), after.quotas(), clock.instant()));
    }

    /** Once an event has said something else of its seats; a repetition changes nothing. */
    public void follow(String eventId, Terms terms) {
        change(eventId, ledger -> new Outcome<>(ledger.follow(terms), true));
    }

    /** Ends a step, booking what it changes, once however often it is called. */
    public void end(String eventId, Step step, Booking booking) {
        change(eventId, ledger -> new Outcome<>(ledger.end(step.id(), booking), true));
    }

    /** Ends a step and begins the turn that it makes possible, in one write. */
    public List<Step> endAndTurn(String eventId, Step step, Booking booking) {
        return change(eventId, ledger -> ledger.end(step.id(), booking).turn(clock.instant()))
                .orElse(List.of());
    }

    /**
     * Ends a step that has nothing left to book: with the next write of the ledger, or within a second. After a crash
     * it is begun again, and finds its registration written.
     *
     * @return whether somebody waits while a seat is free, as far as this process knows
     */
    public boolean finish(String eventId, Step step) {
        var turn = enter(eventId);
        try {
            turn.finished(step.id());
            return turn.hasSeatsToGive(clock.instant());
        } finally {
            leave(eventId);
        }
    }

    /** Takes the finished steps out of ledgers that nothing else changes. */
    @PreDestroy
    @Scheduled(fixedDelay = 1_000)
    public void flush() {
        for (var turn : turns.entrySet()) {
            if (turn.getValue().hasFinished()) {
                change(turn.getKey(), ledger -> new Outcome<>(ledger, true));
            }
        }
    }

    /** Ledgers with a step that began before the instant: whoever began it is gone. */
    public List<SeatLedger> withStepsBefore(Instant instant) {
        return Readable.list(ledgers.find(lt("pending.at", instant)).limit(SWEPT));
    }

    /** Who asks for a seat at this moment, and was not answered yet. */
    @Bean
    static PersonalData claimants(SeatLedgerStore ledgers) {
        return PersonalDocuments.parts(
                ledgers.ledgers,
                Declared.of("seat", "seat_ledgers", Kept.days(1, Kept.Since.WRITTEN), SeenBy.NOBODY),
                PersonalFields.replacing(CLAIMANT).alongside("name"),
                "version",
                List.of());
    }

    /** Whether something is under way for a person. */
    public boolean hasClaimOf(String person) {
        return ledgers.find(eq(CLAIMANT, person)).first() != null;
    }

    /** Ledgers with both a free seat and somebody waiting: some, with ids behind this one; empty for the first. */
    public List<SeatLedger> withSeatsToGive(String behind) {
        return Readable.list(ledgers.find(and(eq("opening.seatsToGive", true), gt("_id", behind)))
                .sort(ascending("_id"))
                .limit(SWEPT));
    }

    /** Whether seats are given, as far as the ledger knows; see {@link SeatLedger#isOpen}. */
    public boolean isOpen(String eventId) {
        return find(eventId).filter(ledger -> ledger.isOpen(clock.instant())).isPresent();
    }

    /** Whether the order of its waiting list stays; see {@link SeatLedger#isOrderFixed}. */
    public boolean isOrderFixed(String eventId) {
        return find(eventId)
                .filter(ledger -> ledger.isOrderFixed(clock.instant()))
                .isPresent();
    }

    /** Is found among those with seats to give, or not any more once no seat is given. */
    public void settle(String eventId) {
        change(eventId, ledger -> new Outcome<>(ledger.settle(clock.instant()), true));
    }

    /** Ledgers that changed since then, the oldest change first. */
    List<SeatLedger> changedSince(Instant instant, int limit) {
        return Readable.list(ledgers.find(gte("changedAt", instant))
                .sort(ascending("changedAt"))
                .limit(limit));
    }

    /** Ledgers from before they kept places. */
    public List<SeatLedger> withoutPlaces() {
        return Readable.list(ledgers.find(exists("list.places", false)).limit(SWEPT));
    }

    /** Gives such a ledger its places: the positions that wait now, in their order. */
    public void addPlaces(SeatLedger before, Collection<Long> waiting) {
        var positions = new HashSet<>(waiting);
        before.pending().stream()
                .flatMap(step -> Stream.ofNullable(step.position()))
                .forEach(positions::add);
        replace(before, before.withPlaces(Places.of(positions, before.list().lastPosition())));
    }

    private <R> Optional<R> change(String eventId, Function<SeatLedger, Outcome<R>> rule) {
        var turn = enter(eventId);
        try {
            return turn.change(rule);
        } finally {
            leave(eventId);
        }
    }

    private LedgerTurn enter(String eventId) {
        return turns.compute(eventId, (id, kept) -> {
            var turn = kept == null ? new LedgerTurn(storage(id)) : kept;
            turn.enter();
            return turn;
        });
    }

    private void leave(String eventId) {
        turns.computeIfPresent(eventId, (id, turn) -> turn.leave() ? null : turn);
    }

    private LedgerTurn.Storage storage(String eventId) {
        return new LedgerTurn.Storage() {
            @Override
            public @Nullable SeatLedger read() {
                return find(eventId).orElse(null);
            }

            @Override
            public Optional<SeatLedger> replace(SeatLedger before, SeatLedger after) {
                return SeatLedgerStore.this.replace(before, after);
            }
        };
    }

    private Optional<SeatLedger> replace(SeatLedger before, SeatLedger after) {
        var written = after.written(clock.instant());
        var unchanged = new Document("_id", before.id()).append("version", before.version());
        return ledgers.replaceOne(unchanged, written).getMatchedCount() == 1 ? Optional.of(written) : Optional.empty();
    }
}
