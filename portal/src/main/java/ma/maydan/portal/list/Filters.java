package ma.maydan.portal.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.search.SearchText;
import org.jspecify.annotations.Nullable;

/** What an address narrows a list to. What it names and nobody knows is left out, and said. */
public final class Filters {

    private static final String SEARCH = "q";

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

    /** What is looked for; a text that cannot be searched for is none. */
    Filters search(@Nullable String asked) {
        try {
            var text = asked == null ? null : SearchText.parse(asked);
            if (text != null) {
                chosen.put(SEARCH, text.text());
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

    /** Whether the list leaves anything out. */
    public boolean narrow() {
        return !chosen.isEmpty();
    }

    /** As the query of an address, empty when the list is whole. */
    public String query() {
        return chosen.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + encoded(filter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    boolean isUnknown() {
        return unknown;
    }

    Map<String, String> chosen() {
        return chosen;
    }
}
