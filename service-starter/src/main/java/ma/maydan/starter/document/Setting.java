package ma.maydan.starter.document;

import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** Sets the blocks of one document on pages, from top to bottom. */
final class Setting {

    private static final double MARGIN = 56;
    private static final double WIDTH = Sheets.SIZE.getWidth() - 2 * MARGIN;
    private static final double NAMES = WIDTH * 0.36;
    private static final double CODE = 104;

    private static final Style TITLE = new Style(Typeface.BOLD, 20, 30, Color.BLUE);
    private static final Style HEADING = new Style(Typeface.BOLD, 13, 22, Color.INK);
    private static final Style TEXT = new Style(Typeface.REGULAR, 10.5, 17, Color.INK);
    private static final Style NAME = new Style(Typeface.REGULAR, 10.5, 17, Color.SOFT);
    private static final Style SMALL = new Style(Typeface.REGULAR, 8.5, 13, Color.SOFT);
    private static final Style MARK = new Style(Typeface.BOLD, 11, 16, Color.GREEN);

    private final Document document;
    private final Sheets sheets;

    /** The lower end of what is set. */
    private double y;

    Setting(Document document, Sheets sheets) {
        this.document = document;
        this.sheets = sheets;
    }

    void set() throws IOException {
        next();
        mark();
        text(StandardStructureTypes.H1, document.title(), TITLE);
        y -= 8;
        for (var block : document.blocks()) {
            switch (block) {
                case Block.Heading heading -> {
                    y -= 10;
                    text(StandardStructureTypes.H2, heading.text(), HEADING);
                    y -= 2;
                }
                case Block.Paragraph paragraph -> {
                    text(StandardStructureTypes.P, paragraph.text(), TEXT);
                    y -= 6;
                }
                case Block.Facts facts -> facts(facts);
                case Block.Code code -> code(code);
            }
        }
        numbers();
        sheets.finish();
    }

    private void next() {
        sheets.next();
        y = Sheets.SIZE.getHeight() - MARGIN;
    }

    /** Makes a page where so much does not fit on this one. */
    private void need(double height) {
        if (y - height < MARGIN) {
            next();
        }
    }

    /** Whose document it is. */
    private void mark() {
        var name = lines("Maydan · ميدان", MARK, WIDTH, Bidi.DIRECTION_LEFT_TO_RIGHT)
                .getFirst();
        y -= MARK.leading();
        sheets.aside(0, name, MARK, at(0, length(name, MARK)), y);
        sheets.beginOrnament();
        sheets.rectangle(Color.GREEN, MARGIN, y - 9, WIDTH, 1.5);
        sheets.end();
        y -= 24;
    }

    /** A text of the document's own words over the whole width. */
    private void text(String type, String text, Style style) {
        var element = read(sheets.tags().element(type), text);
        for (var line : lines(text, style, WIDTH, own())) {
            need(style.leading());
            y -= style.leading();
            sheets.line(element, line, style, at(0, length(line, style)), y);
        }
    }

    private void facts(Block.Facts facts) {
        var table = sheets.tags().element(StandardStructureTypes.TABLE);
        for (var fact : facts.facts()) {
            var row = sheets.tags().element(StandardStructureTypes.TR, table);
            var head = read(sheets.tags().element(StandardStructureTypes.TH, row), fact.name());
            head.addAttribute(ofItsRow());
            var cell = read(sheets.tags().element(StandardStructureTypes.TD, row), fact.value());
            var names = lines(fact.name(), NAME, NAMES - 12, own());
            var values = lines(fact.value(), TEXT, WIDTH - NAMES, ofItsLetters());
            var rows = Math.max(names.size(), values.size());
            need(Math.min(rows, 3) * TEXT.leading() + 10);
            y -= 4;
            for (var index = 0; index < rows; index++) {
                need(TEXT.leading());
                y -= TEXT.leading();
                if (index < names.size()) {
                    var line = names.get(index);
                    sheets.line(head, line, NAME, at(0, length(line, NAME)), y);
                }
                if (index < values.size()) {
                    var line = values.get(index);
                    sheets.line(cell, line, TEXT, at(NAMES, length(line, TEXT)), y);
                }
            }
            y -= 7;
            sheets.beginOrnament();
            sheets.rectangle(Color.LINE, MARGIN, y, WIDTH, 0.6);
            sheets.end();
        }
        y -= 10;
    }

    private void code(Block.Code code) {
        var beside = WIDTH - CODE - 12;
        var meaning = lines(code.meaning(), TEXT, beside, own());
        var address = lines(code.address(), SMALL, beside, Bidi.DIRECTION_LEFT_TO_RIGHT);
        need(CODE + 8);
        y -= 8;
        var figure = sheets.tags().element(StandardStructureTypes.Figure);
        figure.setAlternateDescription(Words.shown(code.meaning() + " " + code.address()));
        sheets.begin(figure);
        new QrCode(code.address()).draw(sheets, at(0, CODE), y - CODE, CODE);
        sheets.end();
        var top = y - 14;
        var rows = new ArrayList<Placed>();
        meaning.forEach(line -> rows.add(new Placed(line, TEXT)));
        address.forEach(line -> rows.add(new Placed(line, SMALL)));
        var element = read(sheets.tags().element(StandardStructureTypes.P), code.meaning() + " " + code.address());
        for (var row : rows) {
            if (top < y - CODE) {
                break;
            }
            sheets.line(element, row.line, row.style, at(CODE + 12, length(row.line, row.style)), top);
            top -= row.style.leading();
        }
        y -= CODE;
    }

    private static PDTableAttributeObject ofItsRow() {
        var scope = new PDTableAttributeObject();
        scope.setScope(PDTableAttributeObject.SCOPE_ROW);
        return scope;
    }

    private record Placed(Line line, Style style) {}

    /** Numbers the pages where there are several. */
    private void numbers() {
        for (var page = 0; sheets.count() > 1 && page < sheets.count(); page++) {
            var line = lines((page + 1) + " / " + sheets.count(), SMALL, WIDTH, Bidi.DIRECTION_LEFT_TO_RIGHT)
                    .getFirst();
            sheets.aside(page, line, SMALL, (Sheets.SIZE.getWidth() - length(line, SMALL)) / 2, MARGIN / 2);
        }
    }

    /** Letters are read back in the order of the page; who reads aloud is told the order of the words. */
    private static PDStructureElement read(PDStructureElement element, String text) {
        if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            element.setActualText(Words.shown(text));
        }
        return element;
    }

    private List<Line> lines(String text, Style style, double width, int direction) {
        return new Words(document.language(), style.face())
                .lines(text, width * Typeface.UNITS / style.size(), direction);
    }

    private static double length(Line line, Style style) {
        return line.width() * style.size() / Typeface.UNITS;
    }

    /** The left end of what is so long and begins so far from where lines begin. */
    private double at(double from, double length) {
        return document.rightToLeft() ? Sheets.SIZE.getWidth() - MARGIN - from - length : MARGIN + from;
    }

    private int own() {
        return document.rightToLeft() ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT;
    }

    private int ofItsLetters() {
        return document.rightToLeft() ? Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
    }
}
