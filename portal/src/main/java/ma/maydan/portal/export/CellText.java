package ma.maydan.portal.export;

import java.util.regex.Pattern;

/** Texts of other people in the cells of a spreadsheet: what looks like a formula there is none. */
final class CellText {

    /** As many characters as a cell of Excel holds. */
    static final int LONGEST = 32_767;

    /** What is no text: controls, line ends and tabs with them, halves of characters, and what XML does not hold. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\u2028\\u2029]+");

    /** With what a formula begins, also in full width and small, behind what cannot be seen. */
    private static final String BEGINNING = "[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠﹦﹢﹣﹫−]";

    private static final Pattern FORMULA = Pattern.compile(BEGINNING);

    /** Where a formula could begin: also behind the character that separates cells where the comma separates decimals. */
    private static final Pattern FORMULAS = Pattern.compile("(^|;)(?=" + BEGINNING + ")");

    private CellText() {}

    /** In one line, and no longer than a cell. */
    static String plain(String text) {
        var line = NO_TEXT.matcher(text).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        var end = LONGEST - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Whether a person who typed this plain text into a cell would get a formula. */
    static boolean isLikeAFormula(String plain) {
        return FORMULA.matcher(plain).lookingAt();
    }

    /** A plain text with an apostrophe wherever it would be taken for a formula. */
    static String harmless(String plain) {
        return plain(FORMULAS.matcher(plain).replaceAll("$1'"));
    }
}
