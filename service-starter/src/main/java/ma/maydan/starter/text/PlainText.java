package ma.maydan.starter.text;

import org.jspecify.annotations.Nullable;

/**
 * Text that every part can keep and show: whole characters that are given to some script or use, and of the control
 * characters tab and line ends alone. Half of a surrogate pair has no form in UTF-8; a page or a file in XML holds
 * neither a control character nor a noncharacter; and what turns the direction of the text around (Unicode UAX #9, the
 * explicit embeddings, overrides and isolates) shows another text than the one that is stored.
 */
public final class PlainText {

    /** The code of a text with characters that no page can show. */
    public static final String NOT_PLAIN = "control-characters";

    /** The code of a text with characters that turn the direction of what follows. */
    public static final String TURNED = "turns-direction";

    private PlainText() {}

    /** Whether every part can keep and show it. */
    public static boolean is(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    /**
     * @throws IllegalArgumentException when it is not plain text
     */
    public static String require(String text) {
        if (!is(text)) {
            throw new IllegalArgumentException("Not plain text");
        }
        return text;
    }

    /** The code of what is wrong with a text that somebody sends, null when nothing is. */
    public static @Nullable String fault(String text) {
        if (!is(text)) {
            return NOT_PLAIN;
        }
        return text.codePoints().anyMatch(PlainText::turns) ? TURNED : null;
    }

    /**
     * The text as it is kept: line ends are LF, nothing invisible is at its ends, nothing turns its direction; empty
     * when nothing in it can be seen. What joins or separates letters and emoji stays.
     *
     * @throws IllegalArgumentException when it is not plain text
     */
    public static String of(String text) {
        return hasSomethingVisible(require(text)) ? withoutInvisibleEnds(straight(lines(text))) : "";
    }

    /** With LF for every end of a line: of Windows (CR LF), of old (CR), and Unicode's own two. */
    public static String lines(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
    }

    /** Whether a reader sees anything of it: a letter, digit, sign or emoji. Marks alone have nothing to stand on. */
    public static boolean hasSomethingVisible(String text) {
        return text.codePoints().anyMatch(character -> !Invisible.is(character) && !Invisible.isMark(character));
    }

    private static String straight(String text) {
        return text.codePoints().noneMatch(PlainText::turns)
                ? text
                : text.codePoints()
                        .filter(character -> !turns(character))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static String withoutInvisibleEnds(String text) {
        var start = 0;
        while (start < text.length() && Invisible.is(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        var end = text.length();
        while (end > start && Invisible.is(text.codePointBefore(end)) && !belongsToEmoji(text, start, end)) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** A variation selector or tags behind something visible say how that looks: ❤️, the flags of regions. */
    private static boolean belongsToEmoji(String text, int start, int end) {
        var before = end;
        while (before > start && Invisible.isVariation(text.codePointBefore(before))) {
            before -= Character.charCount(text.codePointBefore(before));
        }
        return before < end && before > start && !Invisible.is(text.codePointBefore(before));
    }

    private static boolean turns(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
            case Character.SURROGATE -> false;
            // U+FDD0 to U+FDEF and the last two of each plane stand for no character ever.
            default -> (character & 0xFFFE) != 0xFFFE && (character < 0xFDD0 || character > 0xFDEF);
        };
    }
}
