package ma.maydan.portal.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an address narrows a list to. What it names and nobody knows is left out, and said. */
public final class Filters {

    private final Map<String, String> chosen = new LinkedHashMap<>();
    private boolean unknown;

    /** A filter that takes one of these codes; null or empty for all. */
    Filters code(String name, @Nullable String asked, List<String> codes) {
        if (asked == null || asked.isEmpty()) {
            return this;
        }
        if (codes.contains(asked)) {
            chosen.put(name, asked);
        } else {
            unknown = true;
        }
        return this;
    }

    /** The code that the list is narrowed to, null for all. */
    public @Nullable String get(String name) {
        return chosen.get(name);
    }

    /** Whether the list leaves anything out. */
    public boolean narrow() {
        return !chosen.isEmpty();
    }

    /** As the query of an address, empty when the list is whole. */
    public String query() {
        return chosen.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + filter.getValue())
                .collect(Collectors.joining("&"));
    }

    boolean isUnknown() {
        return unknown;
    }

    Map<String, String> chosen() {
        return chosen;
    }
}
