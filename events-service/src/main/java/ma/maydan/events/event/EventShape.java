package ma.maydan.events.event;

import static ma.maydan.starter.mongo.Shape.as;
import static ma.maydan.starter.mongo.Shape.into;

import java.util.Set;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.search.Searched;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** How events are stored. */
final class EventShape {

    /**
     * In the fourth, it has what lists are narrowed by; in the third, it has the words that it is searched by; in the second, a document has parts; in the first all stood
     * in the document itself, at first without some.
     */
    static final Shape PRESENT = Shape.first()
            .then(
                    EventShape::addStanding,
                    EventShape::addPublicChange,
                    into("owner", "hostOrganizationId", as("organizationId")),
                    into("owner", "hostStanding", as("standing")),
                    into("owner", "slot"),
                    into("content", "title", "description", "kind", "format", "capacity"),
                    into("content.schedule", "startsAtLocal", "endsAtLocal", "zone", "startsAt", "endsAt"),
                    into("content.place", "region", "venue"),
                    EventShape::addPlace,
                    into("stage", "status", "decision", "publicChangeAt"))
            .deriving(Searched.by("content.title", "content.description", "content.place.venue"))
            .deriving(EventFacets.derived());

    private static final Set<String> SEEN = Set.of("PUBLISHED", "CANCELLED", "COMPLETED");

    private EventShape() {}

    /** Of a host that nobody knows; the register tells. */
    private static void addStanding(BsonDocument event) {
        if (event.containsKey("hostOrganizationId") && !event.isDocument("hostStanding")) {
            event.put(
                    "hostStanding", new BsonDocument("verified", BsonBoolean.FALSE).append("since", new BsonInt64(0)));
        }
    }

    private static void addPlace(BsonDocument event) {
        if (event.isDocument("content")) {
            event.getDocument("content").putIfAbsent("place", new BsonDocument());
        }
    }

    private static void addPublicChange(BsonDocument event) {
        var seen = event.get("status") instanceof BsonString status && SEEN.contains(status.getValue());
        if (seen && !event.isDateTime("publicChangeAt")) {
            event.put("publicChangeAt", event.getDateTime("updatedAt"));
        }
    }
}
