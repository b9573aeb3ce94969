package ma.maydan.starter.document;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A line of text.
 *
 * @param glyphs on the base line from left to right, which is how who copies from a page expects them
 * @param marks above and below letters, as shapes: a glyph off the base line would be copied as a line of its own
 * @param width in units of the font, as all lengths and shapes here
 */
record Line(List<Glyph> glyphs, List<Shape> marks, double width) {

    /** What Java puts in the place of characters that nobody sees. */
    private static final int INVISIBLE = 0xFFFE;

    /** @param bidi of this line and no more */
    static Line of(Typeface face, String text, Bidi bidi) {
        var runs = bidi.getRunCount();
        var levels = new byte[runs];
        var order = new Integer[runs];
        for (var run = 0; run < runs; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            order[run] = run;
        }
        Bidi.reorderVisually(levels, 0, order, 0, runs);
        var line = new Line(new ArrayList<>(), new ArrayList<>(), 0);
        var x = 0.0;
        for (var run : order) {
            var part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            x = line.add(face, part, bidi.getRunLevel(run) % 2 == 1, x);
        }
        return new Line(List.copyOf(line.glyphs), List.copyOf(line.marks), x);
    }

    private double add(Typeface face, String text, boolean rightToLeft, double start) {
        var vector = face.glyphs(text, rightToLeft);
        var starts = new TreeSet<Integer>();
        for (var index = 0; index < vector.getNumGlyphs(); index++) {
            starts.add(vector.getGlyphCharIndex(index));
        }
        var end = start;
        var held = new StringBuilder();
        for (var index = 0; index < vector.getNumGlyphs(); index++) {
            var from = vector.getGlyphCharIndex(index);
            if (vector.getGlyphCode(index) >= INVISIBLE || from >= text.length()) {
                continue;
            }
            var next = starts.higher(from);
            var characters = text.substring(from, next == null ? text.length() : next);
            if (rightToLeft) {
                characters = new StringBuilder(characters).reverse().toString();
            }
            if (characters.codePoints().allMatch(Line::isMark)) {
                marks.add(AffineTransform.getTranslateInstance(start, 0)
                        .createTransformedShape(vector.getGlyphOutline(index)));
                if (rightToLeft) {
                    held.append(characters);
                } else {
                    unseen(characters, end);
                }
                continue;
            }
            var x = start + vector.getGlyphPosition(index).getX();
            // From left to right the marks of a letter come before it.
            unseen(held, x);
            held.setLength(0);
            end = x + vector.getGlyphMetrics(index).getAdvance();
            // As lam with alef does, it may stand for several.
            var first = Character.charCount(characters.codePointAt(0));
            glyphs.add(new Glyph(vector.getGlyphCode(index), characters.substring(0, first), x));
            unseen(characters.substring(first), end);
        }
        unseen(held, end);
        return start + vector.getGlyphPosition(vector.getNumGlyphs()).getX();
    }

    private void unseen(CharSequence characters, double x) {
        if (!characters.isEmpty()) {
            glyphs.add(new Glyph(Glyph.NONE, characters.toString(), x));
        }
    }

    private static boolean isMark(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
