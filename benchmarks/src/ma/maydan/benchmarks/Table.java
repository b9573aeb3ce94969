package ma.maydan.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of milliseconds, one column for each size, with the ratio of the last to the first. */
final class Table {

    private final List<Integer> sizes;
    private final List<String> above = new ArrayList<>();

    Table(List<Integer> sizes) {
        this.sizes = sizes;
        var head = new StringBuilder("| what |");
        for (var size : sizes) {
            head.append(" %,d: p50 | p99 |".formatted(size));
        }
        System.out.println(head + " ratio | reads + writes | examined |");
        System.out.println("|---|" + "---|".repeat(sizes.size() * 2 + 3));
    }

    void row(String what, List<Times> times, String commands, String examined) {
        var row = new StringBuilder("| " + what.replace("|", "\\|") + " |");
        for (var each : times) {
            row.append(" %.1f | %.1f |".formatted(each.percentile(50), each.percentile(99)));
        }
        var ratio = times.getLast().percentile(50) / times.getFirst().percentile(50);
        System.out.println(row + String.format(Locale.ROOT, " %s%.2f%s |", bold(ratio), ratio, bold(ratio)) + " "
                + commands + " | " + examined + " |");
        if (ratio > 1.5) {
            above.add(what);
        }
    }

    private static String bold(double ratio) {
        return ratio > 1.5 ? "**" : "";
    }

    void end() {
        System.out.println(
                above.isEmpty() ? "\nEvery ratio is at most 1.5." : "\nAbove 1.5: " + String.join("; ", above));
    }

    List<Integer> sizes() {
        return sizes;
    }
}
