package ma.maydan.events.registration;

import static ma.maydan.starter.mongo.Shape.as;
import static ma.maydan.starter.mongo.Shape.into;

import ma.maydan.starter.mongo.Shape;
import org.bson.BsonDocument;

/** How registrations are stored. */
final class RegistrationShape {

    /**
     * In the third, the place in the waiting list, which stays, is beside how it was made; in the first all stood in the
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
            .then(into("origin", "stage.position"));

    private RegistrationShape() {}

    private static void unfoldTimes(BsonDocument registration) {
        var event = registration.getDocument("event", new BsonDocument());
        if (event.remove("eventTimes") instanceof BsonDocument times) {
            event.putAll(times);
        }
    }
}
