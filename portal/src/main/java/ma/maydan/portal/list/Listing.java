package ma.maydan.portal.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, as its address asked for it.
 *
 * @param nextCursor where the next page starts; null at the end
 * @param cursor where this one starts; null at the beginning
 * @param count how many it has in all its pages, up to {@link ma.maydan.portal.kind.Catalog#COUNTED} and one for all that
 *     are more; null where nobody knows
 * @param notice the key of what is to be said when the list is not what was asked for; null when it is
 */
public record Listing<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable String cursor,
        Filters filters,
        @Nullable Integer count,
        @Nullable String notice) {}
