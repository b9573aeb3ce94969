package ma.maydan.events.event;

import static ma.maydan.starter.mongo.Shape.as;
import static ma.maydan.starter.mongo.Shape.into;

import java.util.Set;
import java.util.stream.Stream;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.search.Searched;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** How events are stored. */
final class EventShape {

    /**
     * In the fifth, the content has its wording, reach and seating, the picture is among the ties, and the stage says what waits
     * for the cluster; in the fourth, it has what lists are narrowed by; in the third, it has the words that it is
     * searched by; in the second, a document has parts; in the first all stood
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
            .deriving(Searched.by("content.wording.title", "content.wording.description", "content.place.venue"))
            .deriving(EventFacets.derived())
            .then(
                    into("content.wording", "content.title", "content.description"),
                    EventShape::addReach,
                    into("content.seating", "content.capacity"),
                    EventShape::addSeating,
                    into("ties", "image"),
                    EventShape::addTies,
                    EventShape::addReview);

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

    private static void addSeating(BsonDocument event) {
        if (event.isDocument("content")) {
            var seating = event.getDocument("content").getDocument("seating", new BsonDocument());
            seating.putIfAbsent("admission", new BsonString("OPEN"));
            seating.putIfAbsent("window", new BsonDocument());
        }
    }

    private static void addReach(BsonDocument event) {
        if (event.isDocument("content")) {
            event.getDocument("content")
                    .putIfAbsent(
                            "reach",
                            new BsonDocument("languages", texts("ARABIC", "FRENCH"))
                                    .append("sectors", texts())
                                    .append("audience", new BsonString("ANYONE"))
                                    .append("audienceOrganizations", texts()));
        }
    }

    private static BsonArray texts(String... texts) {
        return new BsonArray(Stream.of(texts).map(BsonString::new).toList());
    }

    private static void addTies(BsonDocument event) {
        if (event.isDocument("content")) {
            event.putIfAbsent("ties", new BsonDocument());
        }
    }

    private static void addReview(BsonDocument event) {
        if (event.isDocument("stage")
                && event.getDocument("stage").get("status") instanceof BsonString status
                && status.getValue().equals("SUBMITTED")) {
            event.getDocument("stage").put("review", new BsonString("PUBLICATION"));
        }
    }

    private static void addPublicChange(BsonDocument event) {
        var seen = event.get("status") instanceof BsonString status && SEEN.contains(status.getValue());
        if (seen && !event.isDateTime("publicChangeAt")) {
            event.put("publicChangeAt", event.getDateTime("updatedAt"));
        }
    }
}
