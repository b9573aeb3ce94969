package ma.maydan.incubators.imports;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has come of the rows of an import so far; of each list all codes, also those that no row has.
 *
 * @param brought how many bring something into the register: what is NEW, an UPDATE, or a duplicate that somebody decided on
 * @param outcomes what would come of them
 * @param results what has come of them
 * @param undone what has come of taking them back
 */
record ImportCounts(int brought, List<Count> outcomes, List<Count> results, List<Count> undone) {

    record Count(String code, int rows) {}

    /** Rows that are alike in all of it. */
    record Alike(
            String outcome,
            boolean decided,
            @Nullable String result,
            @Nullable String undo,
            int rows) {

        boolean isBrought() {
            return outcome.equals(ImportRow.Outcome.NEW.name())
                    || outcome.equals(ImportRow.Outcome.UPDATE.name())
                    || decided;
        }
    }

    static ImportCounts of(List<Alike> rows) {
        return new ImportCounts(
                rows.stream().filter(Alike::isBrought).mapToInt(Alike::rows).sum(),
                counts(ImportRow.Outcome.values(), rows, Alike::outcome),
                counts(ImportRow.Result.values(), rows, Alike::result),
                counts(ImportRow.Undone.values(), rows, Alike::undo));
    }

    private static List<Count> counts(Enum<?>[] codes, List<Alike> rows, Function<Alike, @Nullable String> code) {
        return Arrays.stream(codes)
                .map(one -> new Count(
                        one.name(),
                        rows.stream()
                                .filter(row -> one.name().equals(code.apply(row)))
                                .mapToInt(Alike::rows)
                                .sum()))
                .toList();
    }
}
