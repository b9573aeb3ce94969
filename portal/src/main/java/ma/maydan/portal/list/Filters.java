package ma.maydan.portal.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.portal.kind.Chip;
import ma.maydan.portal.kind.Filter;
import ma.maydan.portal.page.Codes;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.search.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * What an address narrows a list to, in which order it wants it, and what it wants to see of it. What it names and
 * nobody knows is left out, and said.
 */
public final class Filters {

    private static final String ORDER = "sort";
    private static final String SEARCH = "q";

    private final Map<String, String> chosen = new LinkedHashMap<>();
    /** By the name of a chip, what it asks for. */
    private final Map<String, Map<String, String>> chips = new HashMap<>();

    private List<String> columns = List.of();
    private boolean unknown;

    /** Those of a list that take one code each. */
    static Filters of(List<Filter> filters, Codes codes, Map<String, String> asked) {
        var all = new Filters();
        filters.forEach(
                filter -> all.code(filter.name(), asked.get(filter.name()), filter.codes(codes.of(filter.list()))));
        return all;
    }

    /** A filter that takes one of these codes; null or empty for all. */
    private void code(String name, @Nullable String asked, List<String> codes) {
        if (asked == null || asked.isEmpty()) {
            return;
        }
        if (codes.contains(asked)) {
            chosen.put(name, asked);
        } else {
            unknown = true;
        }
    }

    /** Those that are wanted or not. */
    Filters chips(List<Chip> known, Map<String, String> asked, Instant now) {
        for (var chip : known) {
            code(chip.name(), asked.get(chip.name()), List.of("true"));
            if (chosen.containsKey(chip.name())) {
                chips.put(chip.name(), chip.asked().apply(now));
            }
        }
        return this;
    }

    /** The order that is asked for, one of these; null or empty for the usual one. */
    Filters order(@Nullable String asked, List<String> orders) {
        code(ORDER, asked, orders);
        return this;
    }

    /** The columns that are asked for, some of these; none for all. */
    Filters columns(List<String> asked, List<String> known) {
        columns = known.stream().filter(asked::contains).toList();
        unknown |= !known.containsAll(asked);
        return this;
    }

    /** What is looked for; a text that cannot be searched for is none. */
    Filters search(@Nullable String asked) {
        return search(SEARCH, asked);
    }

    /** The same by a parameter of another name. */
    Filters search(String parameter, @Nullable String asked) {
        try {
            var text = asked == null ? null : SearchText.parse(asked);
            if (text != null) {
                chosen.put(parameter, text.text());
            }
        } catch (ProblemException notSearched) {
            unknown = true;
        }
        return this;
    }

    /** What is looked for, null for all. */
    public @Nullable String sought() {
        return chosen.get(SEARCH);
    }

    /** The code that the list is narrowed to, null for all. */
    public @Nullable String get(String name) {
        return chosen.get(name);
    }

    /** The order that was asked for, null for the usual one. */
    public @Nullable String order() {
        return chosen.get(ORDER);
    }

    public boolean shows(String column) {
        return columns.isEmpty() || columns.contains(column);
    }

    /** Whether the list leaves anything out. */
    public boolean narrow() {
        return chosen.keySet().stream().anyMatch(name -> !name.equals(ORDER));
    }

    /** As the query of an address, empty when the list is whole, in its usual order. */
    public String query() {
        return query(chosen);
    }

    /** The same in another order. */
    public String query(String order) {
        var other = new LinkedHashMap<>(chosen);
        other.put(ORDER, order);
        return query(other);
    }

    private String query(Map<String, String> parameters) {
        return Stream.concat(
                        parameters.entrySet().stream().map(one -> one.getKey() + "=" + encoded(one.getValue())),
                        columns.stream().map(column -> "column=" + encoded(column)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Whether it names what nobody knows. */
    public boolean isUnknown() {
        return unknown;
    }

    /** The same with another choice of one, or with none of it for the one that is there, as the query of an address. */
    public String query(String name, String code) {
        var other = new LinkedHashMap<>(chosen);
        if (code.equals(other.get(name))) {
            other.remove(name);
        } else {
            other.put(name, code);
        }
        return query(other);
    }

    /** What the service is asked for. */
    public Map<String, String> asked() {
        var asked = new LinkedHashMap<>(chosen);
        chips.forEach((name, query) -> {
            asked.remove(name);
            asked.putAll(query);
        });
        return asked;
    }
}
