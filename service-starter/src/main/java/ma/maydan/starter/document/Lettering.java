package ma.maydan.starter.document;

import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sets a text in lines, to be drawn into a picture, with the fonts of the documents: letters joined, words ordered, marks
 * in their places in all three languages, whatever fonts the machine has.
 *
 * @param bold of two weights
 * @param size of the letters in pixels
 * @param rightToLeft on which side a line begins
 */
public record Lettering(boolean bold, float size, boolean rightToLeft) {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final String GOES_ON = "…";

    /**
     * The lines of a text, so many at most: the last one says that there is more.
     *
     * @param width of the lines in pixels
     */
    public List<TextLayout> lines(String text, float width, int most) {
        var line = text.strip().replaceAll("\\s+", " ");
        var lines = new ArrayList<TextLayout>();
        if (line.isEmpty()) {
            return lines;
        }
        var measurer = new LineBreakMeasurer(
                attributed(line).getIterator(), BreakIterator.getLineInstance(Locale.ROOT), EXACT);
        while (measurer.getPosition() < line.length()) {
            var begin = measurer.getPosition();
            if (lines.size() == most - 1) {
                lines.add(last(line.substring(begin), width));
                return lines;
            }
            lines.add(measurer.nextLayout(width));
        }
        return lines;
    }

    private TextLayout last(String rest, float width) {
        var layout = layout(rest);
        for (var kept = rest; layout.getAdvance() > width; layout = layout(kept + GOES_ON)) {
            kept = shorter(kept);
        }
        return layout;
    }

    /** Without its last word; of a single one without its last letter. */
    private static String shorter(String text) {
        var space = text.lastIndexOf(' ');
        return space > 0 ? text.substring(0, space) : text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }

    private TextLayout layout(String text) {
        return new TextLayout(attributed(text).getIterator(), EXACT);
    }

    private AttributedString attributed(String text) {
        return new AttributedString(
                text,
                Map.of(
                        TextAttribute.FONT,
                        (bold ? Typeface.BOLD : Typeface.REGULAR).of(size),
                        TextAttribute.RUN_DIRECTION,
                        rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR));
    }
}
