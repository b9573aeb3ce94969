package ma.maydan.portal.page;

/** Parts of the addresses of pages, for request mappings. */
public final class Addresses {

    /** Every page is below its language. */
    public static final String LANG = "/{lang:ar|fr|en}";

    /** The id of an object; what cannot be one is not found, and where one is made is none. */
    public static final String ID = "/{id:(?!new$)[A-Za-z0-9_-]+}";

    /** The parameter that may be there several times: what of a table is to be seen. */
    public static final String COLUMN = "column";

    private Addresses() {}
}
