package ma.maydan.starter.vocabulary;

/** The regions of Morocco: their codes in ISO 3166-2:MA, {@code MA-01} to {@code MA-12}. */
public final class Region {

    public static final String PATTERN = "^MA-(?:0[1-9]|1[0-2])$";

    private Region() {}
}
