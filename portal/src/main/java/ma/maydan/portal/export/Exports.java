package ma.maydan.portal.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.page.Formats;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Sends lists as files, with what the visitor may read of them now. What is refused or away from the beginning is a page
 * that says so; what goes wrong later breaks the connection off.
 */
@Component
public class Exports {

    /** The address of the file below that of the list. */
    public static final String FILE = "/export.{format:csv|xlsx}";

    /** So many rows at most: what a service reads in a few seconds, before the visitor's token ends. */
    static final int MOST = 20_000;

    private final Clock clock;

    Exports(Clock clock) {
        this.clock = clock;
    }

    /** @param format as {@link #FILE} has it */
    public void send(Export export, String format, Visitor visitor, Texts texts, HttpServletResponse response) {
        var first = export.pages().at().apply(null);
        var written = FileFormat.of(format);
        response.setContentType(written.contentType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(export, written));
        try {
            var table = written.open(response.getOutputStream(), export.title(), visitor.language());
            try {
                write(export, first, table, new Cells(texts, visitor.language()), texts);
                table.finish();
            } catch (RuntimeException failed) {
                table.row(List.of(texts.of("export.broken")));
                table.flush();
                response.flushBuffer();
                throw new CutShortException(failed);
            }
        } catch (IOException nobodyReads) {
            throw new CutShortException(nobodyReads);
        }
    }

    private static void write(Export export, Page<? extends Item> first, TableWriter table, Cells cells, Texts texts)
            throws IOException {
        table.row(export.columns().stream()
                .map(column -> export.heads().containsKey(column.name())
                        ? cells.words(export.heads().get(column.name()))
                        : texts.of(export.words() + "." + column.name()))
                .toList());
        var rows = 0;
        var unreadable = 0;
        Page<? extends Item> page = first;
        while (true) {
            for (var item : page.items()) {
                table.row(export.columns().stream()
                        .map(column -> cells.of(column, item))
                        .toList());
            }
            rows += page.items().size();
            unreadable += page.unreadable();
            table.flush();
            var next = page.nextCursor();
            if (next == null || rows + unreadable >= MOST) {
                say(table, unreadable == 0 ? null : texts.of("export.unreadable", unreadable));
                say(table, next == null ? null : texts.of("export.bounded", rows));
                return;
            }
            page = export.pages().at().apply(next);
        }
    }

    private static void say(TableWriter table, @Nullable String text) throws IOException {
        if (text != null) {
            table.row(List.of(text));
        }
    }

    /** With the day, since a list is of its day; the title beside the plain name (RFC 6266, RFC 8187). */
    private String disposition(Export export, FileFormat format) {
        var ending = "-" + LocalDate.ofInstant(clock.instant(), Formats.HOME) + "." + format.ending();
        var title = CellText.plain(export.title()).replaceAll("[\\\\/:*?\"<>|]", " ");
        return "attachment; filename=\"" + export.name() + ending + "\"; filename*=UTF-8''"
                + URLEncoder.encode(title + ending, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }
}
