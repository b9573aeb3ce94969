package ma.maydan.starter.document;

/**
 * How a text is set.
 *
 * @param size of the letters in points
 * @param leading from one base line to the next, in points
 */
record Style(Typeface face, double size, double leading, Color color) {}
