package ma.maydan.starter.document;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.Bidi;

/**
 * A font with the letters of the three languages. Java's own layout joins the letters and sets the marks; it is asked
 * for the glyphs and their places, and draws nothing.
 */
enum Typeface {
    REGULAR("DejaVuSans.ttf"),
    BOLD("DejaVuSans-Bold.ttf");

    /** Of DejaVu's design, to an em: layout at this size gives whole numbers. */
    static final int UNITS = 2048;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final byte[] file;
    private final Font font;

    Typeface(String name) {
        try (var stream = Typeface.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing: jasperreports-fonts is not on the class path");
            }
            file = stream.readAllBytes();
            font = font(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of the font. */
    byte[] file() {
        return file.clone();
    }

    /** To draw with, in so many pixels. */
    Font of(float size) {
        return font.deriveFont(size);
    }

    /** The glyphs of a text in one direction, from left to right. */
    GlyphVector glyphs(String text, boolean rightToLeft) {
        var characters = text.toCharArray();
        return font.layoutGlyphVector(
                EXACT,
                characters,
                0,
                characters.length,
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
    }

    /** How wide a text is in these {@link #UNITS}, whose words may be of several directions. */
    double width(String text) {
        var bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var width = 0.0;
        for (var run = 0; run < bidi.getRunCount(); run++) {
            var part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            var glyphs = glyphs(part, bidi.getRunLevel(run) % 2 == 1);
            width += glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
        }
        return width;
    }

    private static Font font(byte[] file) throws IOException {
        withoutFontsOfTheMachine();
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file))
                    .deriveFont((float) UNITS);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Java reads the machine's font configuration before it makes any font, and fails where there is none, as in small
     * containers. None of those fonts is used: it is told of an empty one.
     */
    private static synchronized void withoutFontsOfTheMachine() throws IOException {
        if (System.getProperty("sun.awt.fontconfig") == null) {
            var empty = Files.createTempFile("maydan-fonts", ".properties");
            empty.toFile().deleteOnExit();
            Files.writeString(empty, "version=1\nsequence.allfonts=default\nname.serif.plain.default=none\n");
            System.setProperty("sun.awt.fontconfig", empty.toString());
        }
    }
}
