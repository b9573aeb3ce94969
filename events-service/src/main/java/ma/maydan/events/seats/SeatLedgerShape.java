package ma.maydan.events.seats;

import static ma.maydan.starter.mongo.Shape.as;
import static ma.maydan.starter.mongo.Shape.into;

import ma.maydan.starter.mongo.Shape;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;

/** How ledgers are stored. */
final class SeatLedgerShape {

    /** In the second, a ledger has parts and always a version, and a step the one who asks as one part. */
    static final Shape PRESENT = Shape.first()
            .then(
                    ledger -> ledger.putIfAbsent("version", new BsonInt64(0)),
                    into("seats", "capacity", "confirmed", "free"),
                    into("list", "waiting", "lastPosition", "places"),
                    into("opening", "closesAt", "closed", "seatsToGive"),
                    ledger -> ledger.getArray("pending", new BsonArray()).forEach(SeatLedgerShape::joinClaimant));

    private SeatLedgerShape() {}

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
