package ma.maydan.incubators.organization;

import java.util.List;
import java.util.Optional;
import ma.maydan.starter.search.FacetTokens;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.Sector;
import ma.maydan.starter.vocabulary.StartupStage;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** By what a verified organization is counted. */
record DirectoryMark(
        List<OrganizationKind> kinds,
        List<Sector> sectors,
        @Nullable StartupStage stage,
        @Nullable String region,
        boolean partner,
        Showing.Visibility visibility) {

    /** What of a stored organization it is read from. */
    static final List<String> FIELDS = List.of(
            "stage.status", "profile.activity", "profile.region", "profile.showing.visibility", "entry.partner");

    /** Empty for who is not verified. */
    static Optional<DirectoryMark> of(BsonDocument organization) {
        var profile = part(organization, "profile");
        var activity = part(profile, "activity");
        return one(part(organization, "stage"), "status")
                .filter(OrganizationStatus.VERIFIED.name()::equals)
                .flatMap(verified -> one(part(profile, "showing"), "visibility"))
                .map(visibility -> new DirectoryMark(
                        FacetTokens.values(activity.get("kinds")).stream()
                                .map(OrganizationKind::valueOf)
                                .toList(),
                        FacetTokens.values(activity.get("sectors")).stream()
                                .map(Sector::valueOf)
                                .toList(),
                        one(activity, "stage").map(StartupStage::valueOf).orElse(null),
                        one(profile, "region").orElse(null),
                        part(organization, "entry")
                                .getBoolean("partner", BsonBoolean.FALSE)
                                .getValue(),
                        Showing.Visibility.valueOf(visibility)));
    }

    private static BsonDocument part(BsonDocument of, String name) {
        return of.get(name) instanceof BsonDocument part ? part : new BsonDocument();
    }

    private static Optional<String> one(BsonDocument of, String name) {
        return FacetTokens.values(of.get(name)).stream().findFirst();
    }

    boolean is(DirectoryFacets asked) {
        return (asked.kind() == null || kinds.contains(asked.kind()))
                && (asked.sector() == null || sectors.contains(asked.sector()))
                && (asked.stage() == null || asked.stage() == stage)
                && (asked.region() == null || asked.region().equals(region))
                && (!asked.partner() || partner);
    }
}
