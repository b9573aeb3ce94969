package ma.maydan.portal.kind;

import java.util.List;

/**
 * The list of a kind that anybody may see.
 *
 * @param size of its pages
 * @param searched whether a text finds some of them, by the parameter {@code q} of the address and of the API
 * @param counted whether the API says how many there are in all
 * @param byMonth whether its address with {@code /month} shows them in a calendar
 */
public record Catalog(
        int size, List<Filter> filters, List<Chip> chips, boolean searched, boolean counted, boolean byMonth) {

    /** More are not counted. */
    public static final int COUNTED = 100;

    static Catalog of(int size, Filter... filters) {
        return new Catalog(size, List.of(filters), List.of(), false, false, false);
    }

    /** A text finds some of them. */
    public Catalog search() {
        return new Catalog(size, filters, chips, true, counted, byMonth);
    }

    /** They are counted. */
    public Catalog count() {
        return new Catalog(size, filters, chips, searched, true, byMonth);
    }

    /** A page of the feature shows them in a calendar. */
    public Catalog months() {
        return new Catalog(size, filters, chips, searched, counted, true);
    }

    public Catalog chips(Chip... more) {
        return new Catalog(size, filters, List.of(more), searched, counted, byMonth);
    }
}
