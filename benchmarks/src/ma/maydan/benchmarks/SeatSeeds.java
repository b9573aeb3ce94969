package ma.maydan.benchmarks;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import ma.maydan.events.seats.SeatLedger;

/** Ledgers in which nothing is under way. */
final class SeatSeeds {

    private SeatSeeds() {}

    static SeatLedger ledger(String eventId, int capacity, int confirmed, int waiting, Instant changedAt) {
        return new SeatLedger(
                eventId, capacity, confirmed, capacity - confirmed, waiting, waiting, List.of(), changedAt);
    }

    static void insert(MongoDatabase events, SeatLedger ledger) {
        events.getCollection("seat_ledgers", SeatLedger.class).insertOne(ledger);
    }
}
