package ma.maydan.starter.document;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Breaks texts into lines. */
record Words(Locale language, Typeface face) {

    /** Of a longer text the beginning is shown. */
    static final int LONGEST = 20_000;

    /** What turns the direction of what follows, and control characters; spaces of all kinds are spaces. */
    private static final Pattern UNWANTED = Pattern.compile("[\\u202A-\\u202E\\p{Cc}\\p{Cs}&&[^\\s]]");

    private static final Pattern ENDS = Pattern.compile("\\R|\\u2029");

    /**
     * @param width of a line, in units of the font
     * @param direction of {@link Bidi}'s, that a line is read in
     */
    List<Line> lines(String text, double width, int direction) {
        var lines = new ArrayList<Line>();
        for (var paragraph : ENDS.split(shown(text), -1)) {
            if (!paragraph.isBlank()) {
                add(lines, paragraph, width, new Bidi(paragraph, direction));
            }
        }
        return lines;
    }

    /** What of a text is shown. */
    static String shown(String text) {
        var beginning = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        return UNWANTED.matcher(beginning).replaceAll("").replace('\t', ' ');
    }

    private void add(List<Line> lines, String text, double width, Bidi bidi) {
        var start = 0;
        var used = 0.0;
        for (var piece : pieces(text, width)) {
            if (used > 0
                    && used + face.width(text.substring(piece.from, piece.to).stripTrailing()) > width) {
                lines.add(line(text, start, piece.from, bidi));
                start = piece.from;
                used = 0;
            }
            used += face.width(text.substring(piece.from, piece.to));
        }
        lines.add(line(text, start, text.length(), bidi));
    }

    private Line line(String text, int from, int to, Bidi bidi) {
        var end = from + text.substring(from, to).stripTrailing().length();
        return Line.of(face, text.substring(from, end), bidi.createLineBidi(from, Math.max(end, from + 1)));
    }

    private record Piece(int from, int to) {}

    /** What is not broken: words with what follows them, and parts of words that are longer than a line. */
    private List<Piece> pieces(String text, double width) {
        var pieces = new ArrayList<Piece>();
        var breaks = BreakIterator.getLineInstance(language);
        breaks.setText(text);
        var from = breaks.first();
        for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            // Java breaks behind it; what it joins in French is one word.
            if (text.charAt(to - 1) == '’' && to < text.length()) {
                continue;
            }
            // So few letters fit into any line, and need not be measured.
            if (to - from < 12 || face.width(text.substring(from, to)) <= width) {
                pieces.add(new Piece(from, to));
            } else {
                split(pieces, text, from, to, width);
            }
            from = to;
        }
        return pieces;
    }

    private void split(List<Piece> pieces, String text, int start, int end, double width) {
        var letters = BreakIterator.getCharacterInstance(language);
        letters.setText(text.substring(start, end));
        var from = 0;
        var used = 0.0;
        var before = letters.first();
        for (var to = letters.next(); to != BreakIterator.DONE; before = to, to = letters.next()) {
            var letter = face.width(text.substring(start + before, start + to));
            if (used > 0 && used + letter > width) {
                pieces.add(new Piece(start + from, start + before));
                from = before;
                used = 0;
            }
            used += letter;
        }
        pieces.add(new Piece(start + from, end));
    }
}
