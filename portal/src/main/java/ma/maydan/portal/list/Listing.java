package ma.maydan.portal.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, as its address asked for it.
 *
 * @param nextCursor where the next page starts; null at the end
 * @param cursor where this one starts; null at the beginning
 * @param notice the key of what is to be said when the list is not what was asked for; null when it is
 */
public record Listing<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable String cursor,
        Filters filters,
        @Nullable String notice) {}
