package ma.maydan.events.event;

import java.util.ArrayList;
import java.util.List;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.Sector;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What the public list can be narrowed by, in every combination at the cost of one. An event carries a token for each
 * combination that finds it, made with every write; a list asks for the one token that stands for all it is narrowed by,
 * and an index has its events in their order. They are as many as the product of its values of each way to narrow and one:
 * 72 for an event in two languages and one sector, which can be followed from elsewhere as well.
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

    private static final String ANY = "";
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
        return String.join(
                "|",
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
            var format = text(content, "format");
            var ways = format.equals(Event.Format.ONLINE.name()) || format.equals(Event.Format.HYBRID.name())
                    ? List.of(format, ONLINE)
                    : List.of(format);
            var tokens = List.of("");
            var reach = content.get("reach") instanceof BsonDocument known ? known : new BsonDocument();
            for (var values : List.of(
                    List.of(text(content, "kind")),
                    ways,
                    List.of(text(place, "region")),
                    texts(reach, "languages"),
                    texts(reach, "sectors"))) {
                tokens = with(tokens, values);
            }
            return new BsonArray(tokens.stream()
                    .map(token -> token.substring(1))
                    .filter(token -> !token.replace("|", "").isEmpty())
                    .map(BsonString::new)
                    .toList());
        }

        /** Each of them with any value, and with each of these. */
        private static List<String> with(List<String> tokens, List<String> values) {
            var more = new ArrayList<String>();
            for (var token : tokens) {
                more.add(token + "|" + ANY);
                values.stream().filter(value -> !value.isEmpty()).forEach(value -> more.add(token + "|" + value));
            }
            return more;
        }

        private static List<String> texts(BsonDocument document, String field) {
            return document.get(field) instanceof BsonArray several
                    ? several.stream()
                            .filter(BsonString.class::isInstance)
                            .map(one -> one.asString().getValue())
                            .toList()
                    : List.of();
        }

        private static String text(BsonDocument document, String field) {
            return document.get(field) instanceof BsonString text ? text.getValue() : "";
        }
    }
}
