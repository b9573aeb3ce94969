package ma.maydan.portal.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) in UTF-8, with the byte order mark by which Excel knows it; dates as in ISO 8601. */
final class CsvWriter implements TableWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final Writer out;

    CsvWriter(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\uFEFF');
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        out.write(cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    /** Every text is quoted: it holds together where another character separates the cells. */
    private static String cell(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> "\"" + CellText.harmless(CellText.plain(text)).replace("\"", "\"\"") + "\"";
            case LocalDateTime time -> TIME.format(time);
            default -> cell.toString();
        };
    }
}
