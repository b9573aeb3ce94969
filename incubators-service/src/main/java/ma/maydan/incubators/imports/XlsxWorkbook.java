package ma.maydan.incubators.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the cells of a workbook refer to: its sheets, the texts that they share, and how their numbers look. */
final class XlsxWorkbook {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATED = "xl/_rels/workbook.xml.rels";
    private static final String TEXTS = "xl/sharedStrings.xml";

    /** What is read before a sheet. */
    static final List<String> PARTS = List.of(WORKBOOK, RELATED, TEXTS, "xl/styles.xml");

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Set<Integer> DATES = Set.of(14, 15, 16, 17, 22);

    /** What of a format is no sign of a date: texts, conditions, colors, and what is escaped. */
    private static final Pattern NO_SIGN = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");

    /** As few digits as these, with zeros in front: what a person sees of an identifier. */
    private static final Pattern ZEROS = Pattern.compile("0{2,40}");

    /** The end of the year 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private final Map<String, String> targets = new HashMap<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private @Nullable String first;
    private boolean from1904;

    /** @param part one of {@link #PARTS} */
    void read(String part, XMLStreamReader xml) throws XMLStreamException {
        switch (part) {
            case WORKBOOK -> each(xml, this::workbook);
            case RELATED -> each(xml, this::relation);
            case TEXTS -> each(xml, this::text);
            default -> styles(xml);
        }
    }

    private interface Element {
        void start(XMLStreamReader xml) throws XMLStreamException;
    }

    private static void each(XMLStreamReader xml, Element element) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                element.start(xml);
            }
        }
    }

    private void workbook(XMLStreamReader xml) {
        if (xml.getLocalName().equals("workbookPr")) {
            var old = xml.getAttributeValue(null, "date1904");
            from1904 = "1".equals(old) || "true".equals(old);
        }
        if (xml.getLocalName().equals("sheet") && first == null) {
            var state = xml.getAttributeValue(null, "state");
            if (state == null || state.equals("visible")) {
                first = xml.getAttributeValue(RELATIONS, "id");
            }
        }
    }

    private void relation(XMLStreamReader xml) {
        var id = xml.getAttributeValue(null, "Id");
        var target = xml.getAttributeValue(null, "Target");
        if (id != null && target != null) {
            targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
    }

    private void text(XMLStreamReader xml) throws XMLStreamException {
        if (xml.getLocalName().equals("si")) {
            // How a text is pronounced stands in it as well.
            texts.add(Xlsx.text(xml, "t", "rPh"));
        }
    }

    private void styles(XMLStreamReader xml) throws XMLStreamException {
        var ofCells = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                var name = xml.getLocalName();
                ofCells = name.equals("cellXfs") || ofCells && !name.equals("cellStyleXfs");
                if (name.equals("numFmt")) {
                    formats.put(number(xml, "numFmtId"), String.valueOf(xml.getAttributeValue(null, "formatCode")));
                } else if (ofCells && name.equals("xf")) {
                    styles.add(number(xml, "numFmtId"));
                }
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                ofCells = false;
            }
        }
    }

    private static int number(XMLStreamReader xml, String attribute) {
        var value = xml.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }

    /** The part with the first sheet that is not hidden; null when there is none. */
    @Nullable
    String sheet() {
        return first == null ? null : targets.get(first);
    }

    String shared(String index) {
        return texts.get(Integer.parseInt(index));
    }

    /**
     * A number as a person sees it: a day as in ISO 8601, an identifier with the zeros in front of it.
     *
     * @param style of the cell; null for none
     */
    String number(String value, @Nullable String style) {
        var number = new BigDecimal(value);
        if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
            return value;
        }
        var format = style == null ? 0 : styles.get(Integer.parseInt(style));
        var code = formats.getOrDefault(format, "");
        if ((DATES.contains(format) || isDate(code)) && number.signum() > 0 && number.compareTo(LAST_DAY) < 0) {
            var start = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            return start.plusDays(number.longValue()).toString();
        }
        var plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        var missing = ZEROS.matcher(code).matches() ? code.length() - plain.length() : 0;
        return missing > 0 && number.signum() >= 0 ? "0".repeat(missing) + plain : plain;
    }

    private static boolean isDate(String format) {
        var signs = NO_SIGN.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return signs.contains("y") || signs.contains("d") && !signs.contains("general");
    }
}
