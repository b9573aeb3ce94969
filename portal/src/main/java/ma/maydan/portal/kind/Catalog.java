package ma.maydan.portal.kind;

import java.util.List;

/**
 * The list of a kind that anybody may see.
 *
 * @param size of its pages
 * @param searched whether a text finds some of them, by the parameter {@code q} of the address and of the API
 */
public record Catalog(int size, List<Filter> filters, boolean searched) {}
