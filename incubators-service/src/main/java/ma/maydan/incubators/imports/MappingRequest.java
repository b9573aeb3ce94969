package ma.maydan.incubators.imports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** @param columns what each column of the spreadsheet is, in its order */
record MappingRequest(
        @NotNull @Size(max = Spreadsheet.MOST_COLUMNS) List<@NotNull ImportField> columns) {}
