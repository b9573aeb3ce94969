package ma.maydan.portal.export;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as it comes, and keeps nothing of it. Its cells are texts, which no spreadsheet takes for formulas
 * ({@link CellText}), numbers, {@link LocalDate}s and {@link LocalDateTime}s, or null. A file that is not finished is
 * none that a spreadsheet would take for whole, or says at its end that it is not.
 */
interface TableWriter {

    /** The first row has the names of the columns. */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** What was written so far is on its way. */
    void flush() throws IOException;

    /** Nothing comes after. */
    void finish() throws IOException;
}
