package ma.maydan.starter.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * Finds among a bounded number of names, which are kept nowhere else: each word of the text begins one of the name, however
 * either is written in Arabic or Latin letters.
 */
public record NameText(List<String> words) {

    private static final String BREAK = "[^\\p{L}\\p{N}]+";

    public static NameText of(SearchText text) {
        return new NameText(words(text.text()));
    }

    public boolean finds(String name) {
        var own = words(name);
        return words.stream().allMatch(word -> own.stream().anyMatch(one -> one.startsWith(word)));
    }

    private static List<String> words(String text) {
        return Stream.of(Words.fold(text).split(BREAK))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
