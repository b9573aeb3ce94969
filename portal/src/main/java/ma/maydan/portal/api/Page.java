package ma.maydan.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param nextCursor where the next part starts; null at the end
 * @param unreadable how many items there are more, which cannot be read
 * @param count how many the whole list has, up to a bound; null where that was not asked for, or is not known
 */
public record Page<T>(
        List<T> items,
        @Nullable String nextCursor,
        int unreadable,
        @Nullable Integer count) {

    public Page(List<T> items, @Nullable String nextCursor) {
        this(items, nextCursor, 0, null);
    }

    public Page {
        items = List.copyOf(items);
    }
}
