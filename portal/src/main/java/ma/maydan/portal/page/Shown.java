package ma.maydan.portal.page;

import java.util.stream.Stream;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A text of several languages as a page shows it, with the language that it is really in.
 *
 * @param fallback whether that is another one than the page's
 */
public record Shown(String text, Language language, boolean fallback) {

    static Shown of(LocalizedText text, Language wanted) {
        var shown = text.in(wanted.locale());
        var language = Stream.concat(Stream.of(wanted), Stream.of(Language.values()))
                .filter(one -> shown.equals(written(text, one)))
                .findFirst()
                .orElse(wanted);
        return new Shown(shown, language, language != wanted);
    }

    /** As HTML, where it is written in the small {@link Markdown} of longer texts. */
    public String html() {
        return Markdown.html(text);
    }

    /** Without the marks of that Markdown. */
    public String plain() {
        return Markdown.plain(text);
    }

    public String lang() {
        return language.code();
    }

    public String dir() {
        return language.direction();
    }

    private static @Nullable String written(LocalizedText text, Language language) {
        return switch (language) {
            case AR -> text.ar();
            case FR -> text.fr();
            case EN -> text.en();
        };
    }
}
