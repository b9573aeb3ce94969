package ma.maydan.starter.document;

/**
 * A glyph on the base line.
 *
 * @param code in its font, or {@link #NONE}
 * @param characters that are copied with it
 * @param x from the left end of the line, in units of the font
 */
record Glyph(int code, String characters, double x) {

    /** Nothing to see, and no width: its characters are seen elsewhere. */
    static final int NONE = -1;
}
