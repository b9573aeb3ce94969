package ma.maydan.starter.text;

/**
 * Text that every part can keep and show: whole characters that are given to some script or use, and of the control
 * characters tab and line ends alone. Half of a surrogate pair has no form in UTF-8; a page or a file in XML holds
 * neither a control character nor a noncharacter.
 */
public final class PlainText {

    private PlainText() {}

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

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
            case Character.SURROGATE -> false;
            // U+FDD0 to U+FDEF and the last two of each plane stand for no character ever.
            default -> (character & 0xFFFE) != 0xFFFE && (character < 0xFDD0 || character > 0xFDEF);
        };
    }
}
