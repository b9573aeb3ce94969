package ma.maydan.events.event;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * What an event is called, and what is written about it.
 *
 * @param description in Markdown: paragraphs, lists, bold, italics and links; whatever else is plain text
 * @param leftOut the languages in which texts are missing on purpose, ARABIC and FRENCH among them
 */
public record Wording(LocalizedText title, @Nullable LocalizedText description, List<Language> leftOut) {

    /** The languages in which what is published is read by everybody. */
    private static final Set<Language> NEEDED = Set.of(Language.ARABIC, Language.FRENCH);

    public Wording {
        leftOut = leftOut == null ? List.of() : List.copyOf(new TreeSet<>(leftOut));
    }

    public Wording(LocalizedText title, @Nullable LocalizedText description) {
        this(title, description, List.of());
    }

    /** The codes of the languages that a text should have and has not, unless that is on purpose. */
    List<String> missing(LocalizedText text) {
        return new TreeSet<>(NEEDED)
                .stream()
                        .filter(language -> !leftOut.contains(language))
                        .filter(language -> in(text, language) == null)
                        .map(language -> language == Language.ARABIC ? "ar" : "fr")
                        .toList();
    }

    private static @Nullable String in(LocalizedText text, Language language) {
        return language == Language.ARABIC ? text.ar() : text.fr();
    }
}
