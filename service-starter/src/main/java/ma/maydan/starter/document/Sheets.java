package ma.maydan.starter.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** The pages of a document while they are written. Lengths are points from the lower left corner of a page. */
final class Sheets {

    static final PDRectangle SIZE = PDRectangle.A4;

    private final PDDocument file;
    private final Tags tags = new Tags();
    private final Map<Typeface, EmbeddedFont> fonts = new EnumMap<>(Typeface.class);
    private final List<PDPage> pages = new ArrayList<>();
    private final List<StringBuilder> contents = new ArrayList<>();

    Sheets(PDDocument file) {
        this.file = file;
        for (var face : Typeface.values()) {
            fonts.put(face, new EmbeddedFont(face));
        }
    }

    Tags tags() {
        return tags;
    }

    int count() {
        return pages.size();
    }

    /** A new last page. */
    void next() {
        var page = new PDPage(SIZE);
        file.addPage(page);
        pages.add(page);
        contents.add(new StringBuilder());
        tags.page(page);
    }

    /** A line on the last page, whose left end and base line are at a place. */
    void line(PDStructureElement element, Line line, Style style, double x, double y) {
        begin(element);
        text(contents.getLast(), line, style, x, y);
        end();
    }

    /** A line that tells nothing of the content, on any page. */
    void aside(int page, Line line, Style style, double x, double y) {
        var content = contents.get(page).append("/Artifact BMC\n");
        text(content, line, style, x, y);
        content.append("EMC\n");
    }

    /** Begins what belongs to an element. */
    void begin(PDStructureElement element) {
        contents.getLast()
                .append('/')
                .append(element.getStructureType())
                .append(" <</MCID ")
                .append(tags.mark(element, pages.getLast()))
                .append(">> BDC\n");
    }

    /** Begins what is there to please. */
    void beginOrnament() {
        contents.getLast().append("/Artifact BMC\n");
    }

    void end() {
        contents.getLast().append("EMC\n");
    }

    void rectangle(Color color, double x, double y, double width, double height) {
        var content = contents.getLast().append(color.operands()).append(" rg ");
        for (var number : new double[] {x, y, width, height}) {
            number(content, number);
        }
        content.append("re f\n");
    }

    private void text(StringBuilder content, Line line, Style style, double x, double y) {
        var font = fonts.get(style.face());
        if (font == null) {
            throw new IllegalStateException("Every face is there");
        }
        var size = style.size();
        content.append("BT ")
                .append(style.color().operands())
                .append(" rg /")
                .append(style.face())
                .append(' ');
        number(content, size);
        content.append("Tf\n");
        var scale = size / Typeface.UNITS;
        for (var glyph : line.glyphs()) {
            content.append("1 0 0 1 ");
            number(content, x + glyph.x() * scale);
            number(content, y);
            content.append("Tm <%04X> Tj\n".formatted(font.number(glyph)));
        }
        content.append("ET\n");
        for (var mark : line.marks()) {
            path(content, mark.getPathIterator(new AffineTransform(scale, 0, 0, -scale, x, y)));
        }
    }

    private static void path(StringBuilder content, PathIterator path) {
        var points = new double[6];
        for (var last = new double[2]; !path.isDone(); path.next()) {
            switch (path.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> last = numbers(content, points, 2, "m ");
                case PathIterator.SEG_LINETO -> last = numbers(content, points, 2, "l ");
                case PathIterator.SEG_QUADTO -> last = numbers(content, cubic(last, points), 6, "c ");
                case PathIterator.SEG_CUBICTO -> last = numbers(content, points, 6, "c ");
                default -> content.append("h ");
            }
        }
        content.append("f\n");
    }

    /** The same curve with two points between its ends. */
    private static double[] cubic(double[] from, double[] points) {
        return new double[] {
            from[0] + (points[0] - from[0]) * 2 / 3,
            from[1] + (points[1] - from[1]) * 2 / 3,
            points[2] + (points[0] - points[2]) * 2 / 3,
            points[3] + (points[1] - points[3]) * 2 / 3,
            points[2],
            points[3]
        };
    }

    /** @return the point at which it ends */
    private static double[] numbers(StringBuilder content, double[] numbers, int count, String operator) {
        for (var index = 0; index < count; index++) {
            number(content, numbers[index]);
        }
        content.append(operator);
        return new double[] {numbers[count - 2], numbers[count - 1]};
    }

    /** In thousandths, with a blank after it; no locale has a say. */
    private static void number(StringBuilder content, double value) {
        content.append(Math.round(value * 1000) / 1000.0).append(' ');
    }

    /** Puts all of it into the file. */
    void finish() throws IOException {
        var resources = new PDResources();
        var dictionary = new COSDictionary();
        for (var font : fonts.entrySet()) {
            if (!font.getValue().isEmpty()) {
                dictionary.setItem(font.getKey().name(), font.getValue().in(file));
            }
        }
        resources.getCOSObject().setItem(COSName.FONT, dictionary);
        for (var page = 0; page < pages.size(); page++) {
            var stream = new PDStream(file);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(contents.get(page).toString().getBytes(StandardCharsets.US_ASCII));
            }
            pages.get(page).setContents(stream);
            pages.get(page).setResources(resources);
            pages.get(page).getCOSObject().setItem("Tabs", COSName.S);
        }
        tags.in(file);
    }
}
