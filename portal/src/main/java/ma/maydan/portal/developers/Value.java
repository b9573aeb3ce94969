package ma.maydan.portal.developers;

/**
 * A parameter, or a property of a schema.
 *
 * @param in where it is, for a parameter: {@code path}, {@code query}, {@code header}; else empty
 * @param type in a few words
 */
record Value(String name, String in, String type, String about, boolean required) {}
