package ma.maydan.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list within a page. When its service does not answer, the page stands without it.
 *
 * @param available false when the service did not answer; the list is then empty
 */
public record Part<T>(
        boolean available, List<T> items, @Nullable String nextCursor) {

    static <T> Part<T> of(Page<T> page) {
        return new Part<>(true, page.items(), page.nextCursor());
    }

    public static <T> Part<T> unavailable() {
        return new Part<>(false, List.of(), null);
    }

    public boolean isEmpty() {
        return available && items.isEmpty();
    }
}
