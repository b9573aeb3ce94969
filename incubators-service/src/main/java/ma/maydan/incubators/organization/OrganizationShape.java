package ma.maydan.incubators.organization;

import static ma.maydan.starter.mongo.Shape.as;
import static ma.maydan.starter.mongo.Shape.into;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.search.Searched;
import ma.maydan.starter.time.Morocco;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** How organizations are stored. */
final class OrganizationShape {

    /**
     * In the eighth, those that were verified are to be confirmed; in the seventh, it has what the directory is narrowed by; in the sixth, the profile has its activity, its identifiers and how it shows itself, all identifiers are held, not the
     * ICE alone, and times are a part of the entry; in the fifth, how it is reached is a part of the profile; in the fourth, it has the words that it is searched by; in the third, what lists are ordered by is in another part
     * than the state that they filter by, which keeps its order on every server; in the first all but the profile stood
     * in the document itself.
     */
    static final Shape PRESENT = Shape.first()
            .then(
                    OrganizationShape::addTimes,
                    into("membership", "members", "slot"),
                    into("entry", "slug", "names", "verifiedIce", "partner", "createdAt"),
                    into("stage", "registrationStatus", as("status")),
                    into("stage", "decisions", "submittedAt", "takenBy", "verifiedAt", "publicChangeAt"))
            .then(into("entry", "stage.submittedAt", "stage.verifiedAt"))
            .deriving(Searched.by("profile.legalName", "profile.description"))
            .then(into("profile.reach", "profile.website", "profile.phone"), OrganizationShape::addReach)
            .then(
                    into("profile.activity", "profile.kinds"),
                    into("profile.identifiers", "profile.ice"),
                    into("profile.showing", "profile.logo"),
                    into("entry.times", "entry.createdAt", "entry.submittedAt", "entry.verifiedAt"),
                    OrganizationShape::addProfile,
                    OrganizationShape::holdIce)
            .deriving(DirectoryFacets.derived())
            .then(OrganizationShape::addConfirmation);

    private static final Set<String> SEEN = Set.of("VERIFIED", "SUSPENDED");

    /** Two months after this came. */
    private static final LocalDate FIRST_CONFIRMED = LocalDate.of(2027, 2, 1);

    private OrganizationShape() {}

    /** Those that were verified long ago hear of it a month before, as all do. */
    private static void addConfirmation(BsonDocument organization) {
        if (organization.get("entry") instanceof BsonDocument entry
                && entry.get("times") instanceof BsonDocument times
                && times.get("verifiedAt") instanceof BsonDateTime verified) {
            var next = Stream.of(
                            LocalDate.ofInstant(instant(verified), Morocco.ZONE).plusMonths(12), FIRST_CONFIRMED)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            var step = next.minusDays(30).atStartOfDay(Morocco.ZONE).toInstant();
            entry.put(
                    "confirmation",
                    new BsonDocument("since", verified)
                            .append("nextOn", new BsonString(next.toString()))
                            .append("stepAt", at(step))
                            .append("statements", new BsonArray()));
        }
    }

    private static Instant instant(BsonDateTime time) {
        return Instant.ofEpochMilli(time.getValue());
    }

    private static BsonDateTime at(Instant time) {
        return new BsonDateTime(time.toEpochMilli());
    }

    private static void addReach(BsonDocument organization) {
        if (organization.isDocument("profile")) {
            organization.getDocument("profile").putIfAbsent("reach", new BsonDocument());
        }
    }

    private static void addProfile(BsonDocument organization) {
        if (organization.isDocument("profile")) {
            var profile = organization.getDocument("profile");
            part(profile, "activity", "sectors").putIfAbsent("entityStatus", new BsonString("ACTIVE"));
            part(profile, "identifiers", "identifiers");
            part(profile, "reach", "links");
            profile.computeIfAbsent("showing", absent -> new BsonDocument())
                    .asDocument()
                    .putIfAbsent("visibility", new BsonString("PUBLIC"));
        }
    }

    /** A part of the profile, with a list in it. */
    private static BsonDocument part(BsonDocument profile, String name, String list) {
        var part = profile.computeIfAbsent(name, absent -> new BsonDocument()).asDocument();
        part.putIfAbsent(list, new BsonArray());
        return part;
    }

    private static void holdIce(BsonDocument organization) {
        if (organization.get("entry") instanceof BsonDocument entry
                && entry.remove("verifiedIce") instanceof BsonString ice) {
            entry.put("held", new BsonArray(List.of(new BsonString(Identifiers.ofIce(ice.getValue())))));
        }
    }

    private static void addTimes(BsonDocument organization) {
        if (!(organization.get("registrationStatus") instanceof BsonString status)) {
            return;
        }
        var last = Stream.concat(
                        Stream.of("createdAt", "submittedAt", "verifiedAt").map(organization::get),
                        organization.getArray("decisions").stream()
                                .map(decision -> decision.asDocument().get("at")))
                .filter(BsonDateTime.class::isInstance)
                .map(BsonDateTime.class::cast)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        organization.put("updatedAt", last);
        if (SEEN.contains(status.getValue())) {
            organization.put("publicChangeAt", last);
        }
    }
}
