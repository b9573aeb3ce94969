package ma.maydan.portal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import ma.maydan.portal.page.Language;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as files: what other people wrote does nothing in them. */
class TableWriterTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 29, 9, 5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                " =1+1",
                "\u00A0=1+1",
                "\u200B=1+1",
                "\uFEFF=1+1",
                "\u0000=1+1",
                "\u202E=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM",
                "﹦1+1",
                "−1",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"https://evil.example\",\"x\")"
            })
    void whatLooksLikeAFormulaIsAText(String hostile) throws IOException {
        var csv = csv(List.of(hostile));
        assertThat(csv).startsWith("\"'").doesNotContain("\t", "\u0000").endsWith("\"\r\n");

        var cell = rows(xlsx(List.of(hostile))).getFirst().getCell(0);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
        assertThat(part(xlsx(List.of(hostile)), "xl/styles.xml")).contains("formatCode=\"@\"");
        assertThat(part(xlsx(List.of(hostile)), "xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;=1+1", "a; =1+1;b", "a;＝1+1"})
    void noFormulaBeginsWhereAnotherCharacterSeparatesTheCells(String hostile) throws IOException {
        assertThat(csv(List.of("first", hostile)))
                .doesNotContainPattern(";[ ]*[=＝]")
                .contains(";'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Salma Idrissi", "سلمى الإدريسي", "L’Atelier - 2026", "a=b", "1+1", "50 %; 20", "𝔐"})
    void aTextThatIsNoneStaysAsItIs(String text) throws IOException {
        assertThat(csv(List.of(text))).isEqualTo("\"" + text + "\"\r\n");
        assertThat(rows(xlsx(List.of(text))).getFirst().getCellText(0)).isEqualTo(text);
    }

    @Test
    void commaSeparatedValuesAreThoseOfTheStandardInUtf8WithItsMark() throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new CsvWriter(out);
        table.row(List.of("Nom", "Début"));
        table.row(List.of("dit \"Sam\", née\nAtlas", TIME));
        table.row(row(null, LocalDate.of(2026, 11, 29), 12L, -3));
        table.finish();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"Nom\",\"Début\"\r\n"
                        + "\"dit \"\"Sam\"\", née Atlas\",2026-11-29T09:05:00\r\n"
                        + ",2026-11-29,12,-3\r\n");
        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Test
    void aSpreadsheetHasDatesAndNumbersAsSuch() throws IOException {
        var read = rows(xlsx(row("Nom", null, TIME, TIME.toLocalDate(), 12L))).getFirst();
        assertThat(read.getCellText(0)).isEqualTo("Nom");
        assertThat(read.getCellText(1)).isEmpty();
        assertThat(read.getCellAsDate(2)).contains(TIME);
        assertThat(read.getCellAsDate(3)).contains(TIME.toLocalDate().atStartOfDay());
        assertThat(read.getCellAsNumber(4))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("12"));
    }

    @Test
    void anArabicSheetBeginsOnTheRightAndTheFirstRowStays() throws IOException {
        var arabic = part(xlsx(Language.AR, List.of("الاسم")), "xl/worksheets/sheet1.xml");
        assertThat(arabic).contains("rightToLeft=\"true\"", "ySplit=\"1\"", "state=\"frozen\"");
        assertThat(part(xlsx(List.of("Nom")), "xl/worksheets/sheet1.xml")).doesNotContain("rightToLeft=\"true\"");
        var odd = FileFormat.XLSX.open(
                new ByteArrayOutputStream(), "[a]: b/c? * 'd' \\ e, longer than a name", Language.FR);
        odd.row(List.of("x"));
        odd.finish();
    }

    @Test
    void aCellIsNoLongerThanExcelHasIt() throws IOException {
        for (var text : List.of("=" + "a".repeat(40_000), "x" + "𝔐".repeat(20_000), "y𝔐".repeat(20_000))) {
            var csv = csv(List.of(text));
            assertThat(csv.length() - "\"\"\r\n".length()).isBetween(32_766, 32_767);
            assertThat(csv).endsWith("…\"\r\n").doesNotContain("?");
            assertThat(rows(xlsx(List.of(text))).getFirst().getCellText(0).length())
                    .isBetween(32_766, 32_767);
        }
    }

    @Test
    void whatIsNotFinishedIsNoSpreadsheet() throws IOException {
        var out = new ByteArrayOutputStream();
        var table = FileFormat.XLSX.open(out, "x", Language.FR);
        table.row(List.of("Nom"));
        table.flush();
        assertThat(out.size()).isPositive();
        assertThatThrownBy(() -> rows(out.toByteArray())).isInstanceOf(Exception.class);
    }

    /** A control: without being sent on, so many rows would need more than a hundred megabytes. */
    @Test
    void aLongTableCostsNoMemory() throws IOException {
        var table = FileFormat.XLSX.open(OutputStream.nullOutputStream(), "x", Language.FR);
        var before = used();
        for (var i = 0; i < 60_000; i++) {
            table.row(List.of("Person " + i, "=" + i, TIME, (long) i));
            if (i % 100 == 99) {
                table.flush();
            }
        }
        assertThat(used() - before).isLessThan(20_000_000);
        table.finish();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        var row = new ArrayList<@Nullable Object>();
        for (var cell : cells) {
            row.add(cell);
        }
        return row;
    }

    /** Without the mark. */
    private static String csv(List<String> row) throws IOException {
        var out = new ByteArrayOutputStream();
        var table = new CsvWriter(out);
        table.row(row);
        table.finish();
        return out.toString(StandardCharsets.UTF_8).substring(1);
    }

    private static byte[] xlsx(List<? extends @Nullable Object> row) throws IOException {
        return xlsx(Language.FR, row);
    }

    private static byte[] xlsx(Language language, List<? extends @Nullable Object> row) throws IOException {
        var out = new ByteArrayOutputStream();
        var table = FileFormat.XLSX.open(out, "x", language);
        table.row(row);
        table.finish();
        return out.toByteArray();
    }

    private static List<Row> rows(byte[] xlsx) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static String part(byte[] xlsx, String name) throws IOException {
        var file = Files.createTempFile("table", ".xlsx");
        try (var zip = new ZipFile(Files.write(file, xlsx).toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
