package ma.maydan.incubators.organization;

import static ma.maydan.starter.search.FacetTokens.ANY;

import java.util.List;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.search.FacetTokens;
import ma.maydan.starter.vocabulary.OrganizationKind;
import ma.maydan.starter.vocabulary.Sector;
import ma.maydan.starter.vocabulary.StartupStage;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What the directory can be narrowed by ({@link FacetTokens}): 72 tokens for an organization of two kinds and in two
 * sectors that has a stage and is a partner.
 *
 * @param partner those with the badge alone
 */
record DirectoryFacets(
        @Nullable OrganizationKind kind,
        @Nullable Sector sector,
        @Nullable StartupStage stage,
        @Nullable String region,
        boolean partner) {

    /** The field of the tokens. */
    static final String TOKENS = "facets";

    static final DirectoryFacets NONE = new DirectoryFacets(null, null, null, null, false);

    private static final String PARTNER = "PARTNER";

    boolean isNone() {
        return equals(NONE);
    }

    /** By what changes cannot be narrowed; null where they can. */
    @Nullable
    String notOfChanges() {
        return sector != null ? "sector" : stage != null ? "stage" : partner ? "partner" : null;
    }

    /** The one that finds what is narrowed so. */
    String token() {
        return FacetTokens.of(
                kind == null ? ANY : kind.name(),
                sector == null ? ANY : sector.name(),
                stage == null ? ANY : stage.name(),
                region == null ? ANY : region,
                partner ? PARTNER : ANY);
    }

    /** Those of every document, whenever it is written. */
    static Shape.Derived derived() {
        return new Derived();
    }

    private record Derived() implements Shape.Derived {

        @Override
        public String name() {
            return TOKENS;
        }

        @Override
        public String rules() {
            return "directory 1: kind, sector, stage, region, partner";
        }

        @Override
        public @Nullable BsonValue of(BsonDocument organization) {
            if (!organization.isDocument("profile")) {
                return null;
            }
            var profile = organization.getDocument("profile");
            var activity = profile.get("activity") instanceof BsonDocument known ? known : new BsonDocument();
            var isPartner = organization.get("entry") instanceof BsonDocument entry
                    && entry.getBoolean("partner", BsonBoolean.FALSE).getValue();
            return FacetTokens.all(List.of(
                    FacetTokens.values(activity.get("kinds")),
                    FacetTokens.values(activity.get("sectors")),
                    FacetTokens.values(activity.get("stage")),
                    FacetTokens.values(profile.get("region")),
                    isPartner ? List.of(PARTNER) : List.of()));
        }
    }
}
