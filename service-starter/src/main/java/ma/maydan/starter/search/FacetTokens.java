package ma.maydan.starter.search;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed by in several ways, in every combination at the cost of one. A document carries a token for each
 * combination that finds it; a list asks for the one that stands for all it is narrowed by, and an index has what that
 * finds in its order. The tokens are as many as the product of a document's values of each way and one.
 */
public final class FacetTokens {

    /** A way in which nothing is narrowed. */
    public static final String ANY = "";

    private static final String BETWEEN = "|";

    private FacetTokens() {}

    /** @param ways each a value or {@link #ANY}, always in the same order */
    public static String of(String... ways) {
        return String.join(BETWEEN, ways);
    }

    /** All of a document but the one that narrows nothing. */
    public static BsonArray all(List<List<String>> ways) {
        var tokens = List.of("");
        for (var values : ways) {
            tokens = with(tokens, values);
        }
        return new BsonArray(tokens.stream()
                .map(token -> token.substring(BETWEEN.length()))
                .filter(token -> !token.replace(BETWEEN, "").isEmpty())
                .map(BsonString::new)
                .toList());
    }

    /** Each of them with any value, and with each of these. */
    private static List<String> with(List<String> tokens, List<String> values) {
        var more = new ArrayList<String>();
        for (var token : tokens) {
            more.add(token + BETWEEN + ANY);
            values.forEach(value -> more.add(token + BETWEEN + value));
        }
        return more;
    }

    /** The values that a field has: of text, or several of those; what is empty is none. */
    public static List<String> values(@Nullable BsonValue field) {
        return switch (field) {
            case BsonString text when !text.getValue().isEmpty() -> List.of(text.getValue());
            case BsonArray several ->
                several.stream().flatMap(one -> values(one).stream()).toList();
            case null, default -> List.of();
        };
    }
}
