package ma.maydan.incubators.program;

import static ma.maydan.starter.mongo.Shape.as;
import static ma.maydan.starter.mongo.Shape.into;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import ma.maydan.starter.mongo.Shape;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** How programs are stored. */
final class ProgramShape {

    /** In the second, a document has parts and an owner's standing from the beginning; in the third, its dates one. */
    static final Shape PRESENT = Shape.first()
            .then(
                    ProgramShape::addStanding,
                    ProgramShape::addTimes,
                    into("owner", "organizationId", "slot"),
                    into("owner", "ownerStanding", as("standing")),
                    into("stage", "status", "reviews", "submittedAt", "publishedAt", "publicChangeAt"))
            .then(into("dates", "createdAt", "stage.submittedAt", "stage.publishedAt"));

    private static final Set<String> SEEN = Set.of("PUBLISHED", "ARCHIVED");

    private ProgramShape() {}

    /** The register's next word replaces it. */
    private static void addStanding(BsonDocument program) {
        if (program.containsKey("organizationId") && !program.isDocument("ownerStanding")) {
            program.put(
                    "ownerStanding", new BsonDocument("verified", BsonBoolean.FALSE).append("since", new BsonInt64(0)));
        }
    }

    private static void addTimes(BsonDocument program) {
        if (program.get("status") instanceof BsonString status) {
            var last = Stream.of("createdAt", "submittedAt", "publishedAt")
                    .map(program::get)
                    .filter(BsonDateTime.class::isInstance)
                    .map(BsonDateTime.class::cast)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            program.put("updatedAt", last);
            if (SEEN.contains(status.getValue())) {
                program.put("publicChangeAt", last);
            }
        }
    }
}
