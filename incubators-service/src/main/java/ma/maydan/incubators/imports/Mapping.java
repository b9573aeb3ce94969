package ma.maydan.incubators.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;

/**
 * What each column of a spreadsheet is.
 *
 * @param columns in the order of the spreadsheet
 */
public record Mapping(List<ImportField> columns) {

    public Mapping {
        columns = List.copyOf(columns);
    }

    /**
     * @param number of the columns of the spreadsheet
     * @throws ProblemException 422 where a field is in two columns ({@code mapped-twice}), where another number of columns is
     *     mapped ({@code each-column}), or where nothing says which organization a row is about ({@code mapping-name})
     */
    void require(int number) {
        if (columns.size() != number) {
            throw ProblemException.invalidField("/columns", "each-column");
        }
        var taken = EnumSet.noneOf(ImportField.class);
        var wrong = new ArrayList<FieldProblem>();
        for (var at = 0; at < columns.size(); at++) {
            if (columns.get(at) != ImportField.IGNORED && !taken.add(columns.get(at))) {
                wrong.add(new FieldProblem("/columns/" + at, "mapped-twice", null));
            }
        }
        if (taken.stream().noneMatch(ImportField::isName)) {
            wrong.add(new FieldProblem("/columns", "mapping-name", null));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalidFields(wrong);
        }
    }
}
