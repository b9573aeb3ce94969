package ma.maydan.events.event;

import static ma.maydan.starter.search.FacetTokens.ANY;

import java.util.List;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.search.FacetTokens;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.Sector;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What the public list can be narrowed by ({@link FacetTokens}): 72 tokens for an event in two languages and one sector, which can be followed from elsewhere as well.
 */
record EventFacets(
        Event.@Nullable Kind kind,
        Event.@Nullable Format format,
        boolean online,
        @Nullable String region,
        @Nullable Language language,
        @Nullable Sector sector) {

    /** The field of the tokens. */
    static final String TOKENS = "facets";

    static final EventFacets NONE = new EventFacets(null, null, false, null, null, null);

    /** Whoever is elsewhere can take part: online alone, or online as well. */
    private static final String ONLINE = "FROM_ELSEWHERE";

    /** Those of every document, whenever it is written. */
    static Shape.Derived derived() {
        return new Derived();
    }

    /** Whether it is narrowed by nothing, or by the kind alone. */
    boolean isKindAtMost() {
        return format == null && !online && region == null && language == null && sector == null;
    }

    /** The one that finds what is narrowed so. */
    String token() {
        return FacetTokens.of(
                kind == null ? ANY : kind.name(),
                format != null ? format.name() : online ? ONLINE : ANY,
                region == null ? ANY : region,
                language == null ? ANY : language.name(),
                sector == null ? ANY : sector.name());
    }

    /** Whether nothing can be both: in person alone, and from elsewhere. */
    boolean isContradiction() {
        return online && format == Event.Format.IN_PERSON;
    }

    private record Derived() implements Shape.Derived {

        @Override
        public String name() {
            return TOKENS;
        }

        @Override
        public String rules() {
            return "facets 2: kind, format, region, language, sector";
        }

        @Override
        public @Nullable BsonValue of(BsonDocument event) {
            if (!event.isDocument("content")) {
                return null;
            }
            var content = event.getDocument("content");
            var place = content.get("place") instanceof BsonDocument known ? known : new BsonDocument();
            var format = FacetTokens.values(content.get("format"));
            var ways = format.contains(Event.Format.ONLINE.name()) || format.contains(Event.Format.HYBRID.name())
                    ? List.of(format.getFirst(), ONLINE)
                    : format;
            var reach = content.get("reach") instanceof BsonDocument known ? known : new BsonDocument();
            return FacetTokens.all(List.of(
                    FacetTokens.values(content.get("kind")),
                    ways,
                    FacetTokens.values(place.get("region")),
                    FacetTokens.values(reach.get("languages")),
                    FacetTokens.values(reach.get("sectors"))));
        }
    }
}
