package ma.maydan.incubators.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import ma.maydan.incubators.imports.ImportRow.Outcome;
import ma.maydan.incubators.imports.ImportRow.Result;
import ma.maydan.incubators.imports.ImportRow.Undone;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import as the staff reads it.
 *
 * @param number as a spreadsheet program shows it
 * @param name that the row gives
 * @param errors of one that is WRONG, in the reader's language; a pointer leads into the body of an organization, and an empty
 *     one is about the whole row
 */
@Schema(name = "ImportRowView")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportRowView(
        int number,
        Outcome outcome,
        @Nullable String name,
        List<FieldProblem> errors,
        @JsonUnwrapped About about,
        @JsonUnwrapped Course course) {

    /**
     * @param organizationId of the organization of the register, or of the one that comes or came of the row; null for none
     * @param legalName of the one of the register
     * @param changed the fields that would be others
     * @param material those that wait for the cluster when they are changed: an import leaves them
     * @param sameAs the number of the row of which it is a duplicate
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(
            @Nullable String organizationId,
            @Nullable LocalizedText legalName,
            List<String> changed,
            List<String> material,
            @Nullable Integer sameAs) {}

    /**
     * @param decidable whether the staff decides on this duplicate
     * @param update whether it is brought into the register all the same
     * @param result what has come of it; null for nothing yet
     * @param undone what has come of taking it back; null for nothing yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Course(
            boolean decidable,
            boolean update,
            @Nullable Result result,
            @Nullable Undone undone) {}

    static ImportRowView of(ImportRow row, boolean open, Locale reader) {
        var finding = row.finding();
        var compared = finding.compared();
        return new ImportRowView(
                row.place().number(),
                finding.outcome(),
                finding.name(),
                finding.faults().stream().map(fault -> fault.in(reader)).toList(),
                new About(
                        row.organizationId(),
                        compared == null ? null : compared.legalName(),
                        compared == null ? List.of() : compared.changed(),
                        compared == null ? List.of() : compared.material(),
                        finding.sameAs()),
                new Course(
                        open && row.isDecidable(),
                        Boolean.TRUE.equals(row.update()),
                        row.effect() == null ? null : row.effect().result(),
                        row.undo() == null ? null : row.undo().result()));
    }
}
