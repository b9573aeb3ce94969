package ma.maydan.incubators.casefile;

import java.util.Locale;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.Texts;
import ma.maydan.starter.vocabulary.Language;

/**
 * What an owner declares who submits an organization.
 *
 * @param version of its text
 * @param language in which it was read
 */
public record Declaration(String version, Language language) {

    /** Of the text that is declared now; another text is another version. */
    public static final String PRESENT = "2026-1";

    /** @throws ProblemException 409 {@code declaration-changed} for another text than is declared now */
    public void requirePresent() {
        if (!version.equals(PRESENT)) {
            throw ProblemException.conflict("declaration-changed");
        }
    }

    /** What is declared now. */
    public static LocalizedText text() {
        var texts = Texts.of("declarations");
        return LocalizedText.of(
                texts.getMessage(PRESENT, null, Locale.of("ar")),
                texts.getMessage(PRESENT, null, Locale.FRENCH),
                texts.getMessage(PRESENT, null, Locale.ENGLISH));
    }
}
