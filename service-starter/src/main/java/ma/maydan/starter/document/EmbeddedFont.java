package ma.maydan.starter.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * A typeface as a document carries it: those glyphs that it uses, each once for everything that it stands for, so
 * that this can be read back off the page (ISO 32000-2, 9.7.4 and 9.10.3).
 */
final class EmbeddedFont {

    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    private final Typeface face;

    /** A glyph for what it stands for; its number in the document is its place. */
    private record Use(int glyph, String characters) {}

    private final Map<Use, Integer> numbers = new LinkedHashMap<>();

    EmbeddedFont(Typeface face) {
        this.face = face;
    }

    /** The number by which the document's pages name it; 0, a box, for what comes after 65,535 others. */
    int number(Glyph glyph) {
        var use = new Use(glyph.code(), glyph.characters());
        return numbers.size() < 0xFFFF
                ? numbers.computeIfAbsent(use, _ -> numbers.size() + 1)
                : numbers.getOrDefault(use, 0);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The font with all that has been numbered. */
    COSDictionary in(PDDocument document) throws IOException {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(face.file()))) {
            var glyphs = new TreeSet<Integer>();
            var blank = font.getUnicodeCmapLookup().getGlyphId(' ');
            numbers.keySet().forEach(use -> glyphs.add(use.glyph == Glyph.NONE ? blank : use.glyph));
            var subset = new TTFSubsetter(font, TABLES);
            subset.addGlyphIds(glyphs);
            var tag = tag(glyphs);
            subset.setPrefix(tag);
            var name = COSName.getPDFName(tag + "+" + font.getName());
            var descendant = new COSDictionary();
            descendant.setItem(COSName.TYPE, COSName.FONT);
            descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
            descendant.setItem(COSName.BASE_FONT, name);
            descendant.setItem(COSName.CIDSYSTEMINFO, identity());
            descendant.setItem(COSName.FONT_DESC, descriptor(document, font, subset, name));
            descendant.setItem(COSName.W, widths(font));
            descendant.setItem(COSName.CID_TO_GID_MAP, stream(document, glyphsOfNumbers(subset, blank)));
            var descendants = new COSArray();
            descendants.add(descendant);
            var whole = new COSDictionary();
            whole.setItem(COSName.TYPE, COSName.FONT);
            whole.setItem(COSName.SUBTYPE, COSName.TYPE0);
            whole.setItem(COSName.BASE_FONT, name);
            whole.setItem(COSName.ENCODING, COSName.IDENTITY_H);
            whole.setItem(COSName.DESCENDANT_FONTS, descendants);
            whole.setItem(COSName.TO_UNICODE, stream(document, characters().getBytes(StandardCharsets.US_ASCII)));
            return whole;
        }
    }

    private static COSDictionary identity() {
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        return system;
    }

    private static PDFontDescriptor descriptor(
            PDDocument document, TrueTypeFont font, TTFSubsetter subset, COSName name) throws IOException {
        var file = new ByteArrayOutputStream();
        subset.writeToStream(file);
        var descriptor = new PDFontDescriptor(new COSDictionary());
        descriptor.getCOSObject().setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setFontName(name.getName());
        descriptor.setSymbolic(true);
        var box = font.getFontBBox();
        descriptor.setFontBoundingBox(new PDRectangle(
                thousandth(box.getLowerLeftX()),
                thousandth(box.getLowerLeftY()),
                thousandth(box.getWidth()),
                thousandth(box.getHeight())));
        descriptor.setItalicAngle(0);
        descriptor.setAscent(thousandth(font.getHorizontalHeader().getAscender()));
        descriptor.setDescent(thousandth(font.getHorizontalHeader().getDescender()));
        descriptor.setCapHeight(729);
        descriptor.setStemV(80);
        var embedded = new PDStream(stream(document, file.toByteArray()));
        embedded.getCOSObject().setInt(COSName.LENGTH1, file.size());
        descriptor.setFontFile2(embedded);
        return descriptor;
    }

    private COSArray widths(TrueTypeFont font) throws IOException {
        var each = new COSArray();
        for (var use : numbers.keySet()) {
            // A hair less than it is: a mark at the beginning of the next letter is not taken for this one's.
            var width = use.glyph == Glyph.NONE ? 0 : thousandth(font.getAdvanceWidth(use.glyph)) - 0.2;
            each.add(COSInteger.get((long) Math.max(0, Math.floor(width))));
        }
        var widths = new COSArray();
        widths.add(COSInteger.ONE);
        widths.add(each);
        return widths;
    }

    private byte[] glyphsOfNumbers(TTFSubsetter subset, int blank) throws IOException {
        var renumbered = new LinkedHashMap<Integer, Integer>();
        subset.getGIDMap().forEach((number, original) -> renumbered.put(original, number));
        var map = new byte[2 * (numbers.size() + 1)];
        numbers.forEach((use, number) -> {
            int glyph = renumbered.getOrDefault(use.glyph == Glyph.NONE ? blank : use.glyph, 0);
            map[2 * number] = (byte) (glyph >> 8);
            map[2 * number + 1] = (byte) glyph;
        });
        return map;
    }

    private String characters() {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        var uses = List.copyOf(numbers.entrySet());
        for (var from = 0; from < uses.size(); from += 100) {
            var some = uses.subList(from, Math.min(from + 100, uses.size()));
            map.append(some.size()).append(" beginbfchar\n");
            for (var use : some) {
                map.append("<%04X> <".formatted(use.getValue()));
                for (var unit : use.getKey().characters.toCharArray()) {
                    map.append("%04X".formatted((int) unit));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static COSStream stream(PDDocument document, byte[] content) throws IOException {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }

    private static float thousandth(double units) {
        return (float) (units * 1000 / Typeface.UNITS);
    }

    /** Six letters of what is in it, as a part of a font is named. */
    private static String tag(TreeSet<Integer> glyphs) {
        var rest = Integer.toUnsignedLong(glyphs.hashCode());
        var letters = new StringBuilder();
        for (var letter = 0; letter < 6; letter++, rest /= 26) {
            letters.append((char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
