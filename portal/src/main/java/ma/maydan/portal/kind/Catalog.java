package ma.maydan.portal.kind;

import java.util.List;

/**
 * The list of a kind that anybody may see.
 *
 * @param size of its pages
 */
public record Catalog(int size, List<Filter> filters) {}
