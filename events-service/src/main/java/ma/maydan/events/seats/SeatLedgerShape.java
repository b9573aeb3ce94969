package ma.maydan.events.seats;

import static ma.maydan.starter.mongo.Shape.as;
import static ma.maydan.starter.mongo.Shape.into;

import ma.maydan.starter.mongo.Shape;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonValue;

/** How ledgers are stored. */
final class SeatLedgerShape {

    /**
     * In the fourth, a step has what it asks for as one part; in the third, it has what the event says as one part, seats that are held, and turns; in the second, a ledger has
     * parts and always a version, and a step the one who asks as one part.
     */
    static final Shape PRESENT = Shape.first()
            .then(
                    ledger -> ledger.putIfAbsent("version", new BsonInt64(0)),
                    into("seats", "capacity", "confirmed", "free"),
                    into("list", "waiting", "lastPosition", "places"),
                    into("opening", "closesAt", "closed", "seatsToGive"),
                    ledger -> ledger.getArray("pending", new BsonArray()).forEach(SeatLedgerShape::joinClaimant))
            .then(
                    into("opening.terms", "opening.closesAt"),
                    SeatLedgerShape::addTerms,
                    SeatLedgerShape::addCounts,
                    ledger -> ledger.getArray("pending", new BsonArray()).forEach(SeatLedgerShape::joinSpot))
            .then(ledger -> ledger.getArray("pending", new BsonArray()).forEach(SeatLedgerShape::joinWish));

    private SeatLedgerShape() {}

    /** Of no version: whatever the event says next counts. */
    private static void addTerms(BsonDocument ledger) {
        if (ledger.isDocument("seats")) {
            var opening = ledger.computeIfAbsent("opening", absent -> new BsonDocument())
                    .asDocument();
            opening.computeIfAbsent("terms", absent -> new BsonDocument())
                    .asDocument()
                    .append("version", new BsonInt64(0))
                    .append("capacity", ledger.getDocument("seats").get("capacity"))
                    .append("offered", BsonBoolean.FALSE);
        }
    }

    private static void addCounts(BsonDocument ledger) {
        ledger.getDocument("seats", new BsonDocument()).putIfAbsent("held", new BsonInt32(0));
        ledger.getDocument("list", new BsonDocument()).putIfAbsent("turns", new BsonInt64(0));
    }

    private static void joinWish(BsonValue pending) {
        if (pending instanceof BsonDocument step && step.remove("capacity") instanceof BsonInt32 capacity) {
            step.put("wish", new BsonDocument("parts", new BsonArray()).append("capacity", capacity));
        }
    }

    private static void joinSpot(BsonValue pending) {
        if (pending instanceof BsonDocument step && step.containsKey("position")) {
            into("spot", "position", "place").apply(step);
            step.getDocument("spot").append("turn", new BsonInt64(0));
        }
    }

    private static void joinClaimant(BsonValue pending) {
        if (pending instanceof BsonDocument step && step.containsKey("claimant")) {
            into("asking", "claimant", as("person")).apply(step);
            into("asking", "claimantName", as("name")).apply(step);
            into("asking", "bodyHash").apply(step);
            step.getDocument("asking").put("registrationId", step.get("registrationId"));
            step.put("claimant", step.remove("asking"));
        }
    }
}
