package ma.maydan.portal.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several of a kind as a table, where they wait and as a file: its columns, the first of which is always shown; in
 * which order it is, and what narrows it; which steps can be taken with several things at once.
 *
 * @param usual the order of the list when none is asked for; empty when there is no choice
 * @param search the parameter by which a text finds some of them, in the address and in the API; empty when none does
 */
public record Table(List<Column> columns, String usual, List<Filter> filters, List<String> together, String search) {

    private static final String BACKWARDS = "-";

    static Table of(Column... columns) {
        return new Table(List.of(columns), "", List.of(), List.of(), "");
    }

    public Table columns(Column... more) {
        return new Table(List.of(more), usual, filters, together, search);
    }

    public Table usually(String order) {
        return new Table(columns, order, filters, together, search);
    }

    public Table filters(Filter... more) {
        return new Table(columns, usual, List.of(more), together, search);
    }

    /** These steps can be taken with several at once, for one reason if they ask for one. */
    public Table together(String... steps) {
        return new Table(columns, usual, filters, List.of(steps), search);
    }

    /** Its list is searched by this parameter of the API. */
    public Table searchedBy(String parameter) {
        return new Table(columns, usual, filters, together, parameter);
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** Those of the columns that are wanted in a file, with the first in any case. */
    public List<Column> columns(Predicate<String> wanted) {
        return columns.stream()
                .filter(Column::isForFiles)
                .filter(column -> column.equals(columns.getFirst()) || wanted.test(column.name()))
                .toList();
    }

    /** The orders that the list can be asked for in: up and down by each column that stands for one. */
    public List<String> orders() {
        return columns.stream()
                .map(Column::sort)
                .filter(Objects::nonNull)
                .flatMap(sort -> Stream.of(sort, BACKWARDS + sort))
                .toList();
    }

    /** The column by which an order goes. */
    public @Nullable Column by(String order) {
        return columns.stream()
                .filter(column -> order.equals(column.sort()) || order.equals(BACKWARDS + column.sort()))
                .findFirst()
                .orElse(null);
    }

    /** How a column is in an order, as {@code aria-sort} says it; null when the order is by another. */
    public @Nullable String direction(Column column, @Nullable String order) {
        var present = order == null ? usual : order;
        return present.equals(column.sort())
                ? "ascending"
                : present.equals(BACKWARDS + column.sort()) ? "descending" : null;
    }

    /** The order that a column is asked for by, when the list is in this one: the other way round, if it is by it. */
    public String next(Column column, @Nullable String order) {
        return "ascending".equals(direction(column, order)) ? BACKWARDS + column.sort() : String.valueOf(column.sort());
    }

    /** Those steps that can be taken with some of these things by who sees them. */
    public List<Step> steps(Kind<?> kind, List<? extends Item> items) {
        return steps(kind).stream()
                .filter(step -> items.stream()
                        .anyMatch(item -> item.allowedTransitions().contains(step.name())))
                .toList();
    }

    /** The steps that can be taken with several at once. */
    public List<Step> steps(Kind<?> kind) {
        return kind.steps().all().stream()
                .filter(step -> together.contains(step.name()))
                .toList();
    }

    /** Whether there is such a step that this person may take with one now. */
    public boolean offers(Item item) {
        return item.allowedTransitions().stream().anyMatch(together::contains);
    }

    /** @throws IllegalStateException when something of it is not there */
    void check(Kind<?> kind, List<String> parts) {
        var wrong = new ArrayList<String>();
        columns.stream()
                .filter(column -> column.own() == null && column.type() != Column.Type.TITLE)
                .filter(column -> column.type() == Column.Type.OWN || !parts.contains(column.name()))
                .forEach(column -> wrong.add(column.name()));
        if (!usual.isEmpty() && by(usual) == null) {
            wrong.add(usual);
        }
        for (var name : together) {
            if (steps(kind).stream().noneMatch(step -> step.name().equals(name) && !step.deletes())) {
                wrong.add(name);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The table of " + kind.name() + " has no " + wrong);
        }
    }
}
