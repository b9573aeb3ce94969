package ma.maydan.starter.text;

/** Characters of which a reader sees nothing. */
final class Invisible {

    private Invisible() {}

    /** Blanks of every width, ends of lines, format characters, fillers: whatever leaves the paper white. */
    static boolean is(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                // Signs that stand over numbers, such as U+0600, are format characters, and seen.
                !(character >= 0x0600 && character <= 0x0605
                        || character == 0x06DD
                        || character == 0x070F
                        || character == 0x08E2
                        || character == 0x110BD
                        || character == 0x110CD);
            default -> isIgnorable(character) || isVariation(character);
        };
    }

    /** How the character before it looks: variation selectors, and tags. */
    static boolean isVariation(int character) {
        return character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0020 && character <= 0xE007F
                || character >= 0xE0100 && character <= 0xE01EF;
    }

    static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Of those that Unicode lets a font ignore (Default_Ignorable_Code_Point), which are neither blank nor format. */
    private static boolean isIgnorable(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x17B4
                || character == 0x17B5
                || character >= 0x180B && character <= 0x180F
                || character == 0x2065
                || character == 0x2800
                || character == 0x3164
                || character == 0xFFA0
                || character >= 0xFFF0 && character <= 0xFFF8
                || character >= 0xE0000 && character <= 0xE0FFF;
    }
}
