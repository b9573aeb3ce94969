package ma.maydan.incubators.imports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The words by which columns and codes are known in three languages, {@code words.properties}. Case, accents, marks,
 * punctuation and what cannot be seen never count.
 */
final class Wording {

    private static final String COLUMN = "column";
    private static final String LANGUAGE = "language";

    /** By the list: the code that a word stands for. */
    private static final Map<String, Map<String, String>> WORDS = load();

    private Wording() {}

    /**
     * The field of a column, {@link ImportField#IGNORED} for one that nobody knows.
     *
     * @param name of the column, such as {@code Raison sociale (AR)}
     */
    static ImportField column(String name) {
        var words = folded(name);
        var known = word(COLUMN, words);
        if (known.isPresent()) {
            return ImportField.valueOf(known.get());
        }
        var parts = List.of(words.split(" ", -1));
        // The last: en arabe, say.
        var language =
                parts.stream().flatMap(part -> word(LANGUAGE, part).stream()).reduce((one, next) -> next);
        var others =
                parts.stream().filter(part -> word(LANGUAGE, part).isEmpty()).collect(Collectors.joining(" "));
        return language.flatMap(in -> word(COLUMN, others)
                        .map(field -> ImportField.valueOf(field).in(in)))
                .orElse(ImportField.IGNORED);
    }

    /** A field for each column, each but {@link ImportField#IGNORED} for the first that is called so. */
    static List<ImportField> columns(List<String> names) {
        var taken = EnumSet.noneOf(ImportField.class);
        return names.stream()
                .map(Wording::column)
                .map(field -> taken.add(field) ? field : ImportField.IGNORED)
                .toList();
    }

    /**
     * The code that somebody means.
     *
     * @param list kind, stage, sector or region
     * @return as it was typed where nobody knows it
     */
    static String code(String list, String typed) {
        return word(list, folded(typed)).orElse(typed.strip());
    }

    static boolean knows(String list, String typed) {
        return word(list, folded(typed)).isPresent();
    }

    private static Optional<String> word(String list, String folded) {
        return Optional.ofNullable(Objects.requireNonNull(WORDS.get(list)).get(folded));
    }

    static String folded(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Cf}\\p{Cc}ـ.'’&&[^\\n\\t]]+", "")
                .toLowerCase(Locale.ROOT)
                .replace('ى', 'ي')
                .replace('ة', 'ه')
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Map<String, Map<String, String>> load() {
        var words = new HashMap<String, Map<String, String>>();
        properties().forEach((key, value) -> {
            var name = key.toString();
            var list = name.substring(0, name.indexOf('.'));
            var code = name.substring(list.length() + 1);
            var ofList = words.computeIfAbsent(list, none -> new HashMap<>());
            if (!list.equals(COLUMN)) {
                put(ofList, folded(code), code);
            }
            Arrays.stream(value.toString().split("\\|", -1)).forEach(word -> put(ofList, folded(word), code));
        });
        return words;
    }

    private static void put(Map<String, String> ofList, String word, String code) {
        var other = ofList.put(word, code);
        if (other != null && !other.equals(code)) {
            throw new IllegalStateException(word + " stands for " + other + " and " + code);
        }
    }

    private static Properties properties() {
        var properties = new Properties();
        try (var file = Wording.class.getResourceAsStream("words.properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
