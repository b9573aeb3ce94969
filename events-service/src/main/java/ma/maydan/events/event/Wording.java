package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.Language;
import org.jspecify.annotations.Nullable;

/**
 * What an event is called, and what is written about it and to those who have a seat.
 *
 * @param description in Markdown: paragraphs, lists, bold, italics and links; whatever else is plain text
 * @param leftOut the languages in which texts are missing on purpose, ARABIC and FRENCH among them
 */
public record Wording(
        LocalizedText title,
        @Nullable LocalizedText description,
        List<Language> leftOut,
        @JsonUnwrapped Mailing mailing) {

    /** The languages in which what is published is read by everybody. */
    private static final Set<Language> NEEDED = Set.of(Language.ARABIC, Language.FRENCH);

    public Wording {
        leftOut = leftOut == null ? List.of() : List.copyOf(new TreeSet<>(leftOut));
        mailing = mailing == null ? Mailing.USUAL : mailing;
    }

    public Wording(LocalizedText title, @Nullable LocalizedText description) {
        this(title, description, List.of(), Mailing.USUAL);
    }

    /** The title alone, with when those who have a seat are reminded. */
    Wording titled() {
        return new Wording(title, null, leftOut, mailing.withoutFollowUp());
    }

    /** What everybody may read of it. */
    Wording withoutFollowUp() {
        return new Wording(title, description, leftOut, mailing.withoutFollowUp());
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
