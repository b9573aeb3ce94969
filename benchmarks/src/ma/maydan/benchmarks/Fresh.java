package ma.maydan.benchmarks;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.Document;

/** Events for what is written while it is measured, deleted afterwards. */
final class Fresh {

    private static final List<String> MADE = new ArrayList<>();

    private Fresh() {}

    /** A published event of the host with so many free seats and nobody in its list. */
    static synchronized String event(Portal portal, int seats) {
        var events = portal.database("events").getCollection("events", BsonDocument.class);
        var event = events.find(eq("_id", World.id("event", World.FULL_EVENT))).first();
        if (event == null) {
            throw new IllegalStateException("Nothing is loaded");
        }
        var id = World.id("fresh-" + System.nanoTime(), MADE.size());
        event.put("_id", new BsonString(id));
        event.getDocument("content").getDocument("seating").put("capacity", new BsonInt32(seats));
        events.insertOne(event);
        SeatSeeds.insert(
                portal.database("events"),
                SeatSeeds.ledger(
                        id,
                        seats,
                        0,
                        0,
                        Instant.ofEpochMilli(event.getDocument("content")
                                .getDocument("schedule")
                                .getDateTime("startsAt")
                                .getValue()),
                        Instant.now()));
        MADE.add(id);
        return id;
    }

    /** Deletes these events and whatever came of them. */
    static synchronized void clear(Portal portal) {
        var database = portal.database("events");
        database.getCollection("events").deleteMany(in("_id", MADE));
        database.getCollection("seat_ledgers").deleteMany(in("_id", MADE));
        database.getCollection("registrations").deleteMany(in("event.id", MADE));
        database.getCollection("idempotency")
                .deleteMany(new Document("startedAt", new Document("$gt", java.util.Date.from(portal.world.now()))));
    }
}
