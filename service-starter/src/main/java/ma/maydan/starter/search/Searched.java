package ma.maydan.starter.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ma.maydan.starter.mongo.Shape;
import ma.maydan.starter.vocabulary.Language;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * By what the documents of a kind are found: the tokens of their name and of their texts, localized all of them, each
 * language in its own analysis. Their number is bounded: of a name the first {@value #NAME_WORDS} words of a language,
 * of a text the first {@value #TEXT_WORDS} different ones.
 *
 * @param title the path of the name
 * @param texts the paths of what else is searched
 */
public record Searched(String title, List<String> texts) implements Shape.Derived {

    /** The field of the tokens. */
    public static final String TOKENS = "search";

    private static final int NAME_WORDS = 12;
    private static final int TEXT_WORDS = 200;

    public static Searched by(String title, String... texts) {
        return new Searched(title, List.of(texts));
    }

    @Override
    public String name() {
        return TOKENS;
    }

    @Override
    public String rules() {
        return Words.RULES + " " + title + " " + String.join(" ", texts);
    }

    @Override
    public @Nullable BsonValue of(BsonDocument document) {
        var name = at(document, title);
        if (name == null) {
            return null;
        }
        var tokens = new LinkedHashSet<String>();
        for (var language : Language.values()) {
            words(name, language).stream().limit(NAME_WORDS).forEach(word -> addName(word, tokens));
        }
        for (var path : texts) {
            var text = at(document, path);
            for (var language : Language.values()) {
                words(text, language).stream()
                        .filter(word -> !word.isStop())
                        .distinct()
                        .limit(TEXT_WORDS)
                        .forEach(word -> {
                            tokens.add(Token.TEXT.of(word.base()));
                            tokens.add(Token.TEXT.of(word.stem()));
                        });
            }
        }
        return new BsonArray(tokens.stream().map(BsonString::new).toList());
    }

    private static void addName(Words.Word word, Set<String> tokens) {
        tokens.add(Token.NAME.of(word.base()));
        tokens.add(Token.NAME.of(word.stem()));
        Token.beginnings(word.base()).forEach(beginning -> tokens.add(Token.BEGUN.of(beginning)));
        Token.near(word.base()).forEach(near -> tokens.add(Token.NEAR.of(near)));
    }

    private static List<Words.Word> words(@Nullable BsonDocument text, Language language) {
        var code = switch (language) {
            case ARABIC -> "ar";
            case FRENCH -> "fr";
            case ENGLISH -> "en";
        };
        return text != null && text.get(code) instanceof BsonString written
                ? Words.of(written.getValue(), language)
                : List.of();
    }

    private static @Nullable BsonDocument at(BsonDocument document, String path) {
        @Nullable BsonValue value = document;
        for (var name : path.split("\\.", -1)) {
            value = value instanceof BsonDocument part ? part.get(name) : null;
        }
        return value instanceof BsonDocument text ? text : null;
    }
}
