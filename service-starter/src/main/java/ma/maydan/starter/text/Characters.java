package ma.maydan.starter.text;

import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long a text is, in what people call characters: extended grapheme clusters (Unicode UAX #29). A letter with its
 * marks is one, a family of emoji is one.
 */
public final class Characters {

    /** No text that people write has more UTF-16 units for each: the flag of a region has 14. */
    private static final int UNITS = 16;

    private Characters() {}

    /** Whether the text has more than {@code max} characters, or so many marks that it must be an attack. */
    public static boolean exceed(String text, int max) {
        if (text.length() <= max) {
            return false;
        }
        return text.length() > (long) max * UNITS || count(text) > max;
    }

    /** The message of what is wrong with the length or the lines of a text, null when nothing is. */
    static @Nullable String fault(String text, int max, boolean lines) {
        if (exceed(text, max)) {
            return "{ma.maydan.starter.text.Line.too-many-characters}";
        }
        return !lines && text.indexOf('\n') >= 0 ? "{ma.maydan.starter.text.Line.line-break}" : null;
    }

    /** The characters of a text, in time that grows as the text does. */
    public static int count(String text) {
        var boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
        boundaries.setText(text);
        var count = 0;
        while (boundaries.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
