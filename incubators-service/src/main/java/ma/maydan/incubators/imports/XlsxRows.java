package ma.maydan.incubators.imports;

import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of a workbook, as they come. */
final class XlsxRows {

    /** The rows of a sheet, by ECMA-376. */
    private static final int LAST = 1_048_576;

    /** The first of its columns is A, the last XFD. */
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}");

    private final XlsxWorkbook workbook;
    private final XMLStreamReader xml;
    private int number;

    XlsxRows(XlsxWorkbook workbook, XMLStreamReader xml) {
        this.workbook = workbook;
        this.xml = xml;
    }

    void read(Consumer<Spreadsheet.Row> each) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                each.accept(row());
            }
        }
    }

    /** Rows that do not say where they are, or are there already, follow each other. */
    private Spreadsheet.Row row() throws XMLStreamException {
        var said = xml.getAttributeValue(null, "r");
        var at = said != null && said.matches("[0-9]{1,7}") ? Integer.parseInt(said) : 0;
        number = at > number && at <= LAST ? at : number + 1;
        var cells = new ArrayList<String>();
        var column = -1;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = column(xml.getAttributeValue(null, "r"), column + 1);
                put(cells, column, cell());
            }
        }
        return new Spreadsheet.Row(number, cells);
    }

    private static void put(ArrayList<String> cells, int column, String text) {
        if (text.isBlank()) {
            return;
        }
        if (column >= Spreadsheet.MOST_COLUMNS) {
            throw Spreadsheet.refused("too-many-columns");
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private static int column(@Nullable String address, int next) throws XMLStreamException {
        if (address == null) {
            return next;
        }
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new XMLStreamException("No cell is at " + address);
        }
        return parts.group(1).chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1) - 1;
    }

    private String cell() throws XMLStreamException {
        var type = xml.getAttributeValue(null, "t");
        var style = xml.getAttributeValue(null, "s");
        if ("inlineStr".equals(type)) {
            return Xlsx.text(xml, "t", "rPh");
        }
        var value = Xlsx.text(xml, "v", null);
        if (value.isEmpty()) {
            return "";
        }
        return switch (type == null ? "n" : type) {
            case "s" -> workbook.shared(value);
            case "n" -> workbook.number(value, style);
            // A day as in ISO 8601, perhaps with a time.
            case "d" -> value.replaceFirst("T.*", "");
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            default -> value;
        };
    }
}
