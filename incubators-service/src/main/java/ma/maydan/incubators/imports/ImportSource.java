package ma.maydan.incubators.imports;

import java.util.List;
import ma.maydan.starter.file.Paper;
import org.jspecify.annotations.Nullable;

/**
 * The spreadsheet of an import.
 *
 * @param name of the file, in one line
 * @param rows below the names of the columns
 * @param file null once nobody needs it any more
 */
public record ImportSource(
        String name,
        int rows,
        List<Column> columns,
        @Nullable Paper file) {

    /** Of the values of a column that are shown beside its name. */
    static final int SAMPLES = 3;

    /** In characters of a name or a sample. */
    static final int LONGEST = 100;

    public ImportSource {
        columns = List.copyOf(columns);
    }

    /**
     * @param name empty where it has none
     * @param samples the first of its values, at most {@value #SAMPLES}
     */
    public record Column(String name, List<String> samples) {}

    @Nullable
    String fileId() {
        return file == null ? null : file.id();
    }

    /** The names of the columns stay; whatever stood in them does not. */
    ImportSource forgotten() {
        var names = columns.stream()
                .map(column -> new Column(column.name(), List.of()))
                .toList();
        return new ImportSource(name, rows, names, null);
    }
}
