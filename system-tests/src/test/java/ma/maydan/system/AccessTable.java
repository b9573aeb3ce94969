package ma.maydan.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code access.txt}, written by hand: who may do what. */
final class AccessTable {

    private static final int CELLS_FROM = 4;

    private AccessTable() {}

    /**
     * What each actor gets of an operation on an object.
     *
     * @param object its kind and state, or {@code -} for none
     * @param scope of machines, or {@code -} for none
     */
    record Row(String operation, String object, String scope, List<Cell> cells) {

        @Override
        public String toString() {
            return operation + (object.equals("-") ? "" : " of " + object);
        }
    }

    record Cell(String actor, String outcome) {}

    /** In the order in which they are written. */
    static List<Row> rows() {
        var lines = lines();
        var actors = lines.getFirst().subList(CELLS_FROM - 1, lines.getFirst().size());
        return lines.stream().skip(1).map(line -> row(line, actors)).toList();
    }

    private static Row row(List<String> line, List<String> actors) {
        if (line.size() != CELLS_FROM + actors.size()) {
            throw new AssertionError("access.txt has a line of " + line.size() + " words: " + line);
        }
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < actors.size(); i++) {
            cells.add(new Cell(actors.get(i), line.get(CELLS_FROM + i)));
        }
        return new Row(line.get(0) + " " + line.get(1), line.get(2), line.get(3), List.copyOf(cells));
    }

    private static List<List<String>> lines() {
        try (var file = AccessTable.class.getResourceAsStream("/access.txt")) {
            if (file == null) {
                throw new IllegalStateException("access.txt is part of this module");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.strip().split("\\s+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
