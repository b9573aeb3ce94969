package ma.maydan.events.seats;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.maydan.events.seats.SeatLedger.Kind;
import ma.maydan.events.seats.SeatLedger.Step;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the ledgers, each changed only by conditional updates of its one document. MongoDB's transactions are
 * snapshot-isolated: counting and then inserting would sell a seat twice.
 */
@Component
public class SeatLedgerStore {

    private final MongoCollection<SeatLedger> ledgers;
    private final Clock clock;
    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    SeatLedgerStore(MongoDatabase database, Clock clock) {
        this.ledgers = database.getCollection("seat_ledgers", SeatLedger.class);
        this.clock = clock;
        ledgers.createIndex(Indexes.ascending("pending.at"));
        ledgers.createIndex(Indexes.ascending("waiting", "free"));
        ledgers.createIndex(Indexes.ascending("changedAt"));
    }

    /** Opens the ledger of an event; a repetition changes nothing. */
    public void open(String eventId, int capacity) {
        try {
            ledgers.insertOne(SeatLedger.of(eventId, capacity, clock.instant()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    public Optional<SeatLedger> find(String eventId) {
        return Optional.ofNullable(ledgers.find(eq("_id", eventId)).first());
    }

    public Map<String, SeatLedger> findAll(Collection<String> eventIds) {
        var found = new HashMap<String, SeatLedger>();
        if (!eventIds.isEmpty()) {
            ledgers.find(in("_id", eventIds)).forEach(ledger -> found.put(ledger.id(), ledger));
        }
        return found;
    }

    /** A seat, when one is free and nobody waits for it. */
    public Optional<Step> claim(String eventId, String registrationId, String person, @Nullable String name) {
        var step = step(Kind.CLAIM, registrationId, null, person, name);
        var free = and(eq("_id", eventId), gt("free", 0), eq("waiting", 0), ne("pending.claimant", person));
        return change(free, inc("free", -1), inc("confirmed", 1), push("pending", step))
                ? Optional.of(step)
                : Optional.empty();
    }

    /**
     * The last place in the waiting list; empty when a request of the same person is under way or there is no ledger.
     * The place is in the condition of the update, and so in the step: it outlives a crash. Requests to this process
     * take turns, so that only other processes can come between.
     */
    public Optional<Step> queue(String eventId, String registrationId, String person, @Nullable String name) {
        synchronized (turns[Math.floorMod(eventId.hashCode(), turns.length)]) {
            while (true) {
                var ledger = find(eventId).orElse(null);
                if (ledger == null || ledger.pending().stream().anyMatch(step -> person.equals(step.claimant()))) {
                    return Optional.empty();
                }
                var last = ledger.lastPosition();
                var step = step(Kind.QUEUE, registrationId, last + 1, person, name);
                var nobodyBetween = and(eq("_id", eventId), eq("lastPosition", last), ne("pending.claimant", person));
                if (change(nobodyBetween, inc("waiting", 1), set("lastPosition", last + 1), push("pending", step))) {
                    return Optional.of(step);
                }
            }
        }
    }

    /** A free seat for the first who waits, when no other is being given and nobody is on the way to the list. */
    public Optional<Step> promote(String eventId) {
        var step = step(Kind.PROMOTE, null, null, null, null);
        var possible = and(
                eq("_id", eventId),
                gt("free", 0),
                gt("waiting", 0),
                nin("pending.kind", Kind.PROMOTE.name(), Kind.QUEUE.name()));
        return change(possible, inc("free", -1), inc("confirmed", 1), push("pending", step))
                ? Optional.of(step)
                : Optional.empty();
    }

    public Optional<Step> cancel(String eventId, String registrationId) {
        var step = step(Kind.CANCEL, registrationId, null, null, null);
        return change(eq("_id", eventId), push("pending", step)) ? Optional.of(step) : Optional.empty();
    }

    public boolean isPending(String eventId, Step step) {
        return ledgers.find(and(eq("_id", eventId), eq("pending.id", step.id())))
                        .first()
                != null;
    }

    /** Ends a step, booking what it changes, once however often it is called. */
    public void end(String eventId, Step step, Booking booking) {
        var updates = new ArrayList<Bson>(List.of(pull("pending", new Document("id", step.id()))));
        if (booking.confirmed != 0) {
            updates.add(inc("confirmed", booking.confirmed));
            updates.add(inc("free", -booking.confirmed));
        }
        if (booking.waiting != 0) {
            updates.add(inc("waiting", booking.waiting));
        }
        @SuppressWarnings("unused")
        var first = change(and(eq("_id", eventId), eq("pending.id", step.id())), updates.toArray(Bson[]::new));
    }

    /** What the end of a step changes in the counts. */
    public enum Booking {
        NOTHING(0, 0),
        SEAT_FREED(-1, 0),
        LEFT_THE_LIST(0, -1);

        private final int confirmed;
        private final int waiting;

        Booking(int confirmed, int waiting) {
            this.confirmed = confirmed;
            this.waiting = waiting;
        }
    }

    /** Ledgers with a step that began before the instant: whoever began it is gone. */
    public List<SeatLedger> withStepsBefore(Instant instant) {
        return ledgers.find(lt("pending.at", instant)).limit(100).into(new ArrayList<>());
    }

    /** Ledgers with both a free seat and somebody waiting. */
    public List<SeatLedger> withSeatsToGive() {
        return ledgers.find(and(gt("waiting", 0), gt("free", 0))).limit(100).into(new ArrayList<>());
    }

    /** Ledgers that changed within this time, and have nothing under way. */
    public List<SeatLedger> settledAndChangedWithin(Duration time) {
        return ledgers.find(gt("changedAt", clock.instant().minus(time))).into(new ArrayList<>()).stream()
                .filter(ledger -> ledger.pending().isEmpty())
                .toList();
    }

    private Step step(
            Kind kind,
            @Nullable String registrationId,
            @Nullable Long position,
            @Nullable String claimant,
            @Nullable String claimantName) {
        return new Step(
                UUID.randomUUID().toString(), kind, registrationId, position, claimant, claimantName, clock.instant());
    }

    private boolean change(Bson condition, Bson... updates) {
        return ledgers.updateOne(condition, combine(combine(updates), set("changedAt", clock.instant())))
                        .getMatchedCount()
                == 1;
    }
}
