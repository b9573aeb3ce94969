package ma.maydan.incubators.casefile;

import java.util.Locale;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.text.Texts;
import ma.maydan.starter.vocabulary.Language;

/**
 * What an owner declares who submits an organization, or confirms it.
 *
 * @param version of its text
 * @param language in which it was read
 */
public record Declaration(String version, Language language) {

    /** Of the text that is declared now by who submits; another text is another version. */
    public static final String PRESENT = "2026-1";

    /** The same of who confirms one that is verified. */
    public static final String RENEWAL = "renewal-2026-1";

    /** @throws ProblemException 409 {@code declaration-changed} for another text than this, which is declared now */
    public void require(String present) {
        if (!version.equals(present)) {
            throw ProblemException.conflict("declaration-changed");
        }
    }

    /** The words of a version. */
    public static LocalizedText text(String version) {
        var texts = Texts.of("declarations");
        return LocalizedText.of(
                texts.getMessage(version, null, Locale.of("ar")),
                texts.getMessage(version, null, Locale.FRENCH),
                texts.getMessage(version, null, Locale.ENGLISH));
    }
}
