package ma.maydan.portal.page;

import java.util.Set;

/** Parts of the addresses of pages, for request mappings. */
public final class Addresses {

    /** Every page is below its language. */
    public static final String LANG = "/{lang:ar|fr|en}";

    /** The id of an object; what cannot be one is not found, and where one is made is none. */
    public static final String ID = "/{id:(?!new$)[A-Za-z0-9_-]+}";

    /** What of a table is to be seen. */
    public static final String COLUMN = "column";

    /** What is to be seen side by side. */
    public static final String COMPARED = "compared";

    /** The parameters that may be there several times. */
    static final Set<String> SEVERAL = Set.of(COLUMN, COMPARED);

    private Addresses() {}
}
