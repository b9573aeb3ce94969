package ma.maydan.benchmarks;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import ma.maydan.events.seats.Opening;
import ma.maydan.events.seats.Places;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.Seats;
import ma.maydan.events.seats.Terms;
import ma.maydan.events.seats.WaitingList;
import org.bson.BsonDocument;

/** Ledgers in which nothing is under way. */
final class SeatSeeds {

    private SeatSeeds() {}

    /** Everybody in the list waits, from the first place on. */
    static SeatLedger ledger(
            String eventId, int capacity, int confirmed, int waiting, Instant closesAt, Instant changedAt) {
        return new SeatLedger(
                eventId,
                1,
                new Seats(capacity, confirmed, 0, capacity - confirmed),
                new WaitingList(waiting, waiting, 0, new Places(0, null)),
                new Opening(new Terms(1, capacity, null, closesAt, false), null, null),
                List.of(),
                changedAt);
    }

    static void insert(MongoDatabase events, SeatLedger ledger) {
        events.getCollection("seat_ledgers", BsonDocument.class).insertOne(Load.encoded(events, ledger));
    }
}
