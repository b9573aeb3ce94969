package ma.maydan.starter.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.starter.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * A word that is looked for, as the tokens of the documents that have it: whatever language it is of, for nobody says in
 * which one they search, and many in two at once.
 */
final class Wanted {

    private static final int MOST = 8;

    private final Map<Token, Set<String>> tokens;
    private final @Nullable Wanted mistyped;

    private Wanted(Map<Token, Set<String>> tokens, @Nullable Wanted mistyped) {
        this.tokens = tokens;
        this.mistyped = mistyped;
    }

    /** The first {@value #MOST} different words of a text that say something; if none does, of all. */
    static List<Wanted> of(SearchText text) {
        var languages = Stream.of(Language.values())
                .map(language -> Words.of(text.text(), language))
                .toList();
        var all = new LinkedHashSet<Set<Words.Word>>();
        var telling = new LinkedHashSet<Set<Words.Word>>();
        for (var i = 0; i < languages.getFirst().size(); i++) {
            var word = new LinkedHashSet<Words.Word>();
            for (var words : languages) {
                word.add(words.get(i));
            }
            all.add(word);
            if (word.stream().noneMatch(Words.Word::isStop)) {
                telling.add(word);
            }
        }
        return (telling.isEmpty() ? all : telling)
                .stream().limit(MOST).map(Wanted::of).toList();
    }

    private static Wanted of(Collection<Words.Word> forms) {
        var written = new EnumMap<Token, Set<String>>(Token.class);
        var near = new LinkedHashSet<String>();
        for (var form : forms) {
            for (var word : List.of(form.base(), form.stem())) {
                add(written, Token.NAME, word);
                add(written, Token.TEXT, word);
            }
            add(written, Token.BEGUN, form.base());
            Token.near(form.base()).forEach(one -> near.add(Token.NEAR.of(one)));
        }
        var mistyped = near.isEmpty() ? null : new Wanted(Map.of(Token.NEAR, near), null);
        return new Wanted(written, mistyped);
    }

    private static void add(Map<Token, Set<String>> tokens, Token kind, String word) {
        tokens.computeIfAbsent(kind, none -> new LinkedHashSet<>()).add(kind.of(word));
    }

    /** The word as somebody has written it who made a typing error; null when it is too short to tell. */
    @Nullable
    Wanted mistyped() {
        return mistyped;
    }

    /** Of each kind, the best first. */
    List<Set<String>> tokens() {
        return List.copyOf(tokens.values());
    }

    Set<String> all() {
        return tokens.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** How well a document has it, 0 when it does not. */
    int worth(Set<String> document) {
        return tokens.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(document::contains))
                .findFirst()
                .map(kind -> kind.getKey().worth())
                .orElse(0);
    }
}
