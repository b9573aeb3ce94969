package ma.maydan.portal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of one sheet (Office Open XML). Texts stand in their cells as such, so that none is ever evaluated. */
final class XlsxWriter implements TableWriter {

    private static final int WIDTH = 24;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    /** @param rightToLeft whether the first column is on the right */
    XlsxWriter(OutputStream out, String name, boolean rightToLeft) {
        this.workbook = new Workbook(out, "Maydan", "1.0");
        this.sheet = workbook.newWorksheet(sheetName(name));
        if (rightToLeft) {
            sheet.rightToLeft();
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        for (var column = 0; column < cells.size(); column++) {
            if (rows == 0) {
                sheet.width(column, WIDTH);
                sheet.style(rows, column).bold().set();
            }
            cell(column, cells.get(column));
        }
        rows++;
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }

    private void cell(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case String text -> text(column, CellText.plain(text));
            case Number number -> sheet.value(rows, column, number);
            case LocalDate date -> {
                sheet.value(rows, column, date);
                sheet.style(rows, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime time -> {
                sheet.value(rows, column, time);
                sheet.style(rows, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> throw new IllegalArgumentException("No cell holds a " + cell.getClass());
        }
    }

    /** As Excel takes it: up to 31 characters, none of those that addresses of cells are made of. */
    private static String sheetName(String name) {
        var plain = CellText.plain(name.replaceAll("[\\[\\]:*?/\\\\']", " "));
        return plain.codePoints()
                .filter(Character::isBmpCodePoint)
                .limit(31)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Also who edits the cell of what looks like a formula has a text. */
    private void text(int column, String text) {
        sheet.inlineString(rows, column, text);
        if (CellText.isLikeAFormula(text)) {
            sheet.style(rows, column).format("@").set();
        }
    }
}
