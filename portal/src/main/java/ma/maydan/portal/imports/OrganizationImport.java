package ma.maydan.portal.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.kind.Item;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet on its way into the register, as the API shows it.
 *
 * @param undoneBy until when it can be undone
 * @param counts null in a list
 */
public record OrganizationImport(
        String id,
        long version,
        String name,
        int rows,
        List<Column> columns,
        String status,
        Instant updatedAt,
        @Nullable Instant undoneBy,
        @Nullable Counts counts,
        List<String> allowedTransitions,
        @Nullable Map<String, String> withheld)
        implements Item {

    public record Column(String name, List<String> samples, String field) {}

    public record Count(String code, int rows) {}

    public record Counts(int brought, List<Count> outcomes, List<Count> results, List<Count> undone) {}

    @Override
    public LocalizedText title() {
        return new LocalizedText(null, name, null);
    }

    /** Whether something goes on without anybody. */
    public boolean isUnderWay() {
        return List.of("CHECKING", "RUNNING", "UNDOING").contains(status);
    }

    /** Whether there are rows to read. */
    public boolean isLookedAt() {
        return !status.equals("UPLOADED") && !status.equals("DISCARDED");
    }

    /** How many rows are through with what goes on. */
    public int done() {
        return counts == null
                ? 0
                : switch (status) {
                    case "RUNNING" -> through(counts.results);
                    case "UNDOING" -> through(counts.undone);
                    default -> through(counts.outcomes);
                };
    }

    /** How many there are. */
    public int all() {
        return counts == null
                ? rows
                : switch (status) {
                    case "RUNNING" -> counts.brought;
                    case "UNDOING" ->
                        counts.results.stream()
                                .filter(count -> List.of("CREATED", "UPDATED").contains(count.code))
                                .mapToInt(Count::rows)
                                .sum();
                    default -> rows;
                };
    }

    private static int through(List<Count> counts) {
        return counts.stream()
                .filter(count -> !count.code.equals("CLAIMED"))
                .mapToInt(Count::rows)
                .sum();
    }

    /** What has come of rows, of those that any has come to. */
    public List<Count> outcomes() {
        return counts == null ? List.of() : some(counts.outcomes);
    }

    public List<Count> results() {
        return counts == null ? List.of() : some(counts.results);
    }

    public List<Count> undone() {
        return counts == null ? List.of() : some(counts.undone);
    }

    private static List<Count> some(List<Count> counts) {
        return counts.stream()
                .filter(count -> count.rows > 0 && !count.code.equals("CLAIMED"))
                .toList();
    }
}
