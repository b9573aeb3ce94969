package ma.maydan.starter.paging;

import java.util.LinkedHashMap;
import java.util.Map;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The orders that a list can be asked for in, each by the name of the field that it goes by: {@code sort=startsAt}, and
 * backwards {@code sort=-startsAt}. The first is the usual one.
 */
public final class Orders<T> {

    private static final String BACKWARDS = "-";

    private final Map<String, SortedQuery<T>> byName = new LinkedHashMap<>();

    private Orders() {}

    public static <T> Orders<T> of(String name, SortedQuery<T> usual) {
        return new Orders<T>().or(name, usual);
    }

    public Orders<T> or(String name, SortedQuery<T> order) {
        byName.put(name, order);
        byName.put(BACKWARDS + name, order.reversed());
        return this;
    }

    /**
     * @param sort as it was asked for; null or empty for the usual one
     * @throws ProblemException 422 at {@code ?sort} for any other
     */
    public SortedQuery<T> by(@Nullable String sort) {
        var order = sort == null || sort.isEmpty() ? byName.values().iterator().next() : byName.get(sort);
        if (order == null) {
            throw ProblemException.invalidField("?sort", "invalid-value");
        }
        return order;
    }
}
