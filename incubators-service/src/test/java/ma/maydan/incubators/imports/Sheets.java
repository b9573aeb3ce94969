package ma.maydan.incubators.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Spreadsheets as somebody might send them. */
final class Sheets {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Sheets() {}

    /** As a spreadsheet program writes it. */
    static byte[] workbook(Consumer<Worksheet> content) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Maydan", "1.0")) {
            content.accept(workbook.newWorksheet("Registre"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] workbook(List<List<String>> rows) {
        return workbook(sheet -> {
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        });
    }

    static byte[] csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One whose sheet is this XML, beside some more parts. */
    static byte[] of(String sheet, Map<String, String> more) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="%s">
            <sheets><sheet name="H" sheetId="1" state="hidden" r:id="r0"/><sheet name="A" sheetId="2" r:id="r1"/></sheets></workbook>
            """.formatted(RELATIONS));
        parts.put("xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r0" Target="worksheets/hidden.xml"/><Relationship Id="r1" Target="/xl/worksheets/a.xml"/></Relationships>
            """);
        parts.put(
                "xl/worksheets/hidden.xml",
                "<worksheet><sheetData><row><c t=\"str\"><v>hidden</v></c></row></sheetData></worksheet>");
        parts.put("xl/worksheets/a.xml", sheet);
        parts.putAll(more);
        return zip(parts);
    }

    static byte[] of(String sheet) {
        return of(sheet, Map.of());
    }

    static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** All that is in it, with the names of its columns in front. */
    static List<List<String>> read(byte[] content) {
        var rows = new ArrayList<List<String>>();
        var head = Spreadsheet.read(content, row -> rows.add(row.cells()));
        return Stream.concat(Stream.of(head.columns()), rows.stream()).toList();
    }
}
