package ma.maydan.incubators.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.maydan.starter.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    private static final String SHEET = "<worksheet><sheetData>%s</sheetData></worksheet>";
    private static final String NAMES = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nom</v></c></row>";

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void whatPartsTheNamesOfTheColumnsPartsAllValues(String separator) {
        var text =
                String.join(separator, "Nom", "Ville", "ICE") + "\r\n" + String.join(separator, "A", "\"B, C; D\"", "");

        assertThat(Sheets.read(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("Nom", "Ville", "ICE"), List.of("A", "B, C; D", ""));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, Société", "windows-1252, Société", "UTF-16LE, شركة", "UTF-16BE, شركة"})
    void itsLettersAreFoundWithoutBeingTold(String charset, String name) {
        var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        var text = mark + "Nom;Ville\n" + name + ";Fès";

        assertThat(Sheets.read(text.getBytes(Charset.forName(charset))).get(1)).containsExactly(name, "Fès");
        assertThat(Sheets.read(("\uFEFF" + text.replace("\uFEFF", "")).getBytes(StandardCharsets.UTF_8))
                        .getFirst())
                .as("the mark of UTF-8 belongs to no name")
                .containsExactly("Nom", "Ville");
    }

    @Test
    void aLineForExcelIsNoneOfItsRows() {
        var numbers = new ArrayList<Integer>();
        Spreadsheet.read("sep=,\nNom,Ville\nA,B".getBytes(StandardCharsets.UTF_8), row -> numbers.add(row.number()));
        assertThat(numbers).as("as a spreadsheet program counts").containsExactly(3);
    }

    @Test
    void emptyRowsAreNoneAndNumbersAreThoseThatPeopleSee() {
        var numbers = new ArrayList<Integer>();
        var head = Spreadsheet.read(
                "\n;;\nNom;Ville;\n\nA;B;\n;;\nC;D;E".getBytes(StandardCharsets.UTF_8),
                row -> numbers.add(row.number()));

        assertThat(head).isEqualTo(new Spreadsheet.Head(List.of("Nom", "Ville", ""), 2));
        assertThat(numbers).containsExactly(5, 7);
    }

    @Test
    void aWorkbookIsReadAsPeopleSeeIt() {
        var file = Sheets.workbook(sheet -> {
            for (var column = 0; column < 6; column++) {
                sheet.value(
                        0,
                        column,
                        List.of("Nom", "ICE", "Créée le", "Effectif", "Actif", "Lien")
                                .get(column));
            }
            sheet.value(2, 0, "Société");
            sheet.value(2, 1, 1500000000001L);
            sheet.style(2, 1).format("000000000000000").set();
            sheet.value(2, 2, LocalDate.of(2021, 3, 15));
            sheet.style(2, 2).format("dd/mm/yyyy").set();
            sheet.value(2, 3, 12.50);
            sheet.value(2, 4, true);
            sheet.formula(2, 5, "HYPERLINK(\"http://example.org\")");
        });

        assertThat(Sheets.read(file))
                .containsExactly(
                        List.of("Nom", "ICE", "Créée le", "Effectif", "Actif", "Lien"),
                        List.of("Société", "001500000000001", "2021-03-15", "12.5", "TRUE"));
    }

    @Test
    void ofAFormulaTheLastValueCountsAndHiddenSheetsDoNot() {
        var rows = NAMES
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>CONCAT(\"x\",B1)</f><v>was</v></c><c r=\"B2\"><f>1+1</f></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>";

        assertThat(Sheets.read(Sheets.of(SHEET.formatted(rows))))
                .containsExactly(List.of("Nom"), List.of("was"), List.of("#DIV/0!"));
    }

    @Test
    void sharedTextsAreReadWithoutHowTheyAreSpoken() {
        var texts = "<sst><si><r><t>Mai</t></r><r><t>son</t></r><rPh><t>x</t></rPh></si></sst>";
        var rows = "<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>0</v></c></row>";

        assertThat(Sheets.read(Sheets.of(SHEET.formatted(rows), Map.of("xl/sharedStrings.xml", texts))))
                .containsExactly(List.of("Maison"), List.of("Maison"));
    }

    @Test
    void ofMergedCellsTheFirstHasTheValue() {
        var file = Sheets.workbook(sheet -> {
            sheet.value(0, 0, "Nom");
            sheet.value(0, 1, "Ville");
            sheet.value(1, 0, "A");
            sheet.value(1, 1, "Fès");
            sheet.value(2, 0, "B");
            sheet.range(1, 1, 2, 1).merge();
        });
        assertThat(Sheets.read(file)).containsExactly(List.of("Nom", "Ville"), List.of("A", "Fès"), List.of("B"));
    }

    @Test
    void aCellOfAMegabyteIsCutAndNoControlCharacterIsShown() {
        var long1 = "x".repeat(1024 * 1024);
        var row = Sheets.read(("Nom;Ville\n" + long1 + ";a\u0000b").getBytes(StandardCharsets.UTF_8))
                .get(1);

        assertThat(row.getFirst()).hasSize(Spreadsheet.LONGEST_CELL);
        assertThat(Spreadsheet.shown(row.get(1), 100)).isEqualTo("a\uFFFDb");
        assertThat(Spreadsheet.shown("😀".repeat(60), 100)).hasSize(99).endsWith("…");
    }

    @Test
    void moreColumnsThanMayBeAreRefused() {
        var wide = String.join(
                        ";", IntStream.range(0, 16_384).mapToObj(at -> "c" + at).toList()) + "\nA";
        refused("too-many-columns", () -> Sheets.read(wide.getBytes(StandardCharsets.UTF_8)));
        var last = NAMES + "<row><c r=\"XFD2\" t=\"str\"><v>x</v></c></row>";
        refused("too-many-columns", () -> Sheets.read(Sheets.of(SHEET.formatted(last))));
        var empty = NAMES + "<row><c r=\"A2\" t=\"str\"><v>A</v></c><c r=\"XFD2\" t=\"str\"><v> </v></c></row>";
        assertThat(Sheets.read(Sheets.of(SHEET.formatted(empty)))).hasSize(2);
    }

    @Test
    void moreRowsThanMayBeAreRefused() {
        var lines = "Nom\n" + "A\n".repeat(Spreadsheet.MOST_ROWS);
        assertThat(Sheets.read(lines.getBytes(StandardCharsets.UTF_8))).hasSize(Spreadsheet.MOST_ROWS + 1);
        refused("too-many-rows", () -> Sheets.read((lines + "B\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void noCellIsWhereNoSheetHasOne() {
        var far = NAMES + "<row><c r=\"ZZZZZZ2\" t=\"str\"><v>x</v></c></row>";
        refused("spreadsheet-unreadable", () -> Sheets.read(Sheets.of(SHEET.formatted(far))));
        var twice = NAMES + "<row r=\"9\"><c t=\"str\"><v>A</v></c></row><row r=\"9\"><c t=\"str\"><v>B</v></c></row>"
                + "<row r=\"2\"><c t=\"str\"><v>C</v></c></row>";
        var numbers = new ArrayList<Integer>();
        Spreadsheet.read(Sheets.of(SHEET.formatted(twice)), row -> numbers.add(row.number()));
        assertThat(numbers).containsExactly(9, 10, 11);
    }

    @Test
    void aBombIsNotInflated() {
        var bomb = SHEET.formatted(NAMES + "<row><c t=\"str\"><v>" + " ".repeat(Xlsx.MOST_INFLATED) + "</v></c></row>");
        refused("spreadsheet-too-large", () -> Sheets.read(Sheets.of(bomb)));
        var rows = SHEET.formatted(NAMES + "<row><c t=\"str\"><v>A</v></c></row>");
        assertThat(Sheets.read(Sheets.of(rows, Map.of("xl/media/a.png", " ".repeat(Xlsx.MOST_INFLATED + 1)))))
                .as("what nobody reads is not inflated at all")
                .hasSize(2);
    }

    @Test
    void xmlDeclaresNothingOfItsOwn() {
        var laughs = "<!DOCTYPE w [<!ENTITY a \"" + "ha".repeat(1000) + "\"><!ENTITY b \"" + "&a;".repeat(1000)
                + "\">]>" + SHEET.formatted(NAMES + "<row><c t=\"str\"><v>" + "&b;".repeat(1000) + "</v></c></row>");
        refused("spreadsheet-unreadable", () -> Sheets.read(Sheets.of(laughs)));
        var file = "<!DOCTYPE w [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                + SHEET.formatted(NAMES + "<row><c t=\"str\"><v>&f;</v></c></row>");
        refused("spreadsheet-unreadable", () -> Sheets.read(Sheets.of(file)));
    }

    @Test
    void whatIsNoSpreadsheetIsRefused() {
        refused("spreadsheet-type", () -> Sheets.read("%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8)));
        refused("spreadsheet-type", () -> Sheets.read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}));
        var old = new byte[600];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                old,
                0,
                8);
        refused("spreadsheet-type", () -> Sheets.read(old));
        refused("spreadsheet-type", () -> Sheets.read(Sheets.zip(Map.of("a.txt", "x"))));
        refused("spreadsheet-empty", () -> Sheets.read("Nom;Ville\n;;\n".getBytes(StandardCharsets.UTF_8)));
        refused("spreadsheet-unreadable", () -> Sheets.read("Nom\n\"open".getBytes(StandardCharsets.UTF_8)));
        var whole = Sheets.workbook(List.of(List.of("Nom"), List.of("A")));
        refused("spreadsheet-unreadable", () -> Sheets.read(Arrays.copyOf(whole, whole.length / 2)));
        refused("spreadsheet-unreadable", () -> Sheets.read(Sheets.of("<worksheet><sheetData>" + NAMES)));
    }

    private static void refused(String code, ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.pointer() + " " + error.code())
                                .containsExactly("/file " + code));
    }
}
