package ma.maydan.incubators.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.PlainText;

/**
 * A table as spreadsheet programs write it: a workbook ({@link Xlsx}) or values in lines ({@link Csv}), which of them its
 * content says. Cells are texts; nothing in them is evaluated. The first row with anything in it names the columns; rows
 * without anything are none.
 */
final class Spreadsheet {

    /** Rows below the names of the columns. */
    static final int MOST_ROWS = 10_000;

    static final int MOST_COLUMNS = 200;

    /** More UTF-16 units than any field takes: what is longer is cut, and refused by the field. */
    static final int LONGEST_CELL = 20_000;

    private Spreadsheet() {}

    /**
     * @param number as a spreadsheet program shows it, from 1; each is another one, and later ones are higher
     * @param cells from the first column on, as many as the row has
     */
    record Row(int number, List<String> cells) {

        boolean isBlank() {
            return cells.stream().noneMatch(PlainText::hasSomethingVisible);
        }

        /** Empty where the row has no such cell. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /**
     * What is in front of the rows.
     *
     * @param columns their names, an empty one where a column has none
     * @param rows how many come
     */
    record Head(List<String> columns, int rows) {}

    /**
     * Reads it row by row.
     *
     * @param each takes a row below the names of the columns, in their order
     * @throws ProblemException 422 at {@code /file} for what is no such table, or a larger one than is taken
     */
    static Head read(byte[] content, Consumer<Row> each) {
        var reading = new Reading(each);
        if (Xlsx.is(content)) {
            Xlsx.read(content, reading::row);
        } else {
            Csv.read(content, reading::row);
        }
        return reading.head();
    }

    static ProblemException refused(String code) {
        return ProblemException.invalidField("/file", code);
    }

    private static final class Reading {

        private final Consumer<Row> each;
        private final List<String> names = new ArrayList<>();
        private int width;
        private int rows;

        private Reading(Consumer<Row> each) {
            this.each = each;
        }

        private void row(Row row) {
            if (row.isBlank()) {
                return;
            }
            width = Math.max(width, width(row));
            if (width > MOST_COLUMNS) {
                throw refused("too-many-columns");
            }
            if (names.isEmpty()) {
                names.addAll(row.cells());
                return;
            }
            if (++rows > MOST_ROWS) {
                throw refused("too-many-rows");
            }
            each.accept(row);
        }

        /** Up to the last cell that has anything in it. */
        private static int width(Row row) {
            var last = row.cells().size();
            while (last > 0 && row.cell(last - 1).isBlank()) {
                last--;
            }
            return last;
        }

        private Head head() {
            if (rows == 0) {
                throw refused("spreadsheet-empty");
            }
            var columns = IntStream.range(0, width)
                    .mapToObj(column -> column < names.size() ? names.get(column) : "")
                    .toList();
            return new Head(columns, rows);
        }
    }

    /** No longer than any cell is taken. */
    static String cut(String cell) {
        return cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL);
    }

    /** As it can be kept and shown: what no page can show is replaced, and no more than so many units of it are there. */
    static String shown(String cell, int most) {
        var cut = cell.length() <= most
                ? cell
                : cell.substring(0, Character.isHighSurrogate(cell.charAt(most - 2)) ? most - 2 : most - 1) + "…";
        return PlainText.is(cut)
                ? cut
                : cut.codePoints()
                        .mapToObj(Character::toString)
                        .map(one -> PlainText.is(one) ? one : "\uFFFD")
                        .collect(Collectors.joining());
    }
}
