package ma.maydan.events.registration;

import static ma.maydan.starter.mongo.Shape.as;
import static ma.maydan.starter.mongo.Shape.into;

import ma.maydan.starter.mongo.Shape;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/** How registrations are stored. */
final class RegistrationShape {

    /**
     * In the fifth, the place in the waiting list is one part; in the fourth, what happened to it is a list of moves. In the third, the place in the waiting list, which stays, is beside how it was made; in the first all stood in the
     * document itself.
     */
    static final Shape PRESENT = Shape.first()
            .then(
                    into("event", "eventId", as("id")),
                    into("event", "eventTimes"),
                    RegistrationShape::unfoldTimes,
                    into("holder", "personId", "personName"),
                    into("origin", "step", "firstPlace", "bodyHash", "registeredAt"),
                    into("stage", "status", "position", "activeKey", "promotion", "cancellation", "cancelledFrom"))
            .then(into("origin", "stage.position"))
            .then(RegistrationShape::joinMoves)
            .then(
                    into("origin.spot", "origin.position", "origin.turn"),
                    into("origin.spot", "origin.firstPlace", as("place")),
                    RegistrationShape::addSpot);

    private RegistrationShape() {}

    /** Nobody who had left the list kept their position in the first, and no turn was counted before the fourth. */
    private static void addSpot(BsonDocument registration) {
        if (registration.getDocument("origin", new BsonDocument()).get("spot") instanceof BsonDocument spot) {
            spot.putIfAbsent("position", new BsonInt64(0));
            spot.putIfAbsent("turn", new BsonInt64(0));
        }
    }

    private static void joinMoves(BsonDocument registration) {
        var stage = registration.getDocument("stage", new BsonDocument());
        var moves = new BsonArray();
        var promotion = stage.get("promotion");
        var cancellation = stage.remove("cancellation");
        var cancelledFrom = stage.remove("cancelledFrom");
        if (promotion != null) {
            moves.add(move(promotion, new BsonString("WAITLISTED"), "CONFIRMED", registration));
        }
        if (cancellation != null) {
            moves.add(move(
                    cancellation,
                    cancelledFrom == null ? new BsonString("CONFIRMED") : cancelledFrom,
                    "CANCELLED",
                    registration));
        }
        stage.put("moves", moves);
    }

    /** Its time is not known: it is the last at which the registration changed. */
    private static BsonDocument move(BsonValue step, BsonValue from, String to, BsonDocument registration) {
        return new BsonDocument("step", step)
                .append("from", from)
                .append("to", new BsonString(to))
                .append("at", registration.get("updatedAt"));
    }

    private static void unfoldTimes(BsonDocument registration) {
        var event = registration.getDocument("event", new BsonDocument());
        if (event.remove("eventTimes") instanceof BsonDocument times) {
            event.putAll(times);
        }
    }
}
