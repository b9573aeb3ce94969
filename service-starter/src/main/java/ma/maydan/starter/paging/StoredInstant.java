package ma.maydan.starter.paging;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** Instants from outside: only those that the database can hold. */
public final class StoredInstant {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}-.*");

    private StoredInstant() {}

    /**
     * @throws DateTimeException when the text is no RFC 3339 instant, or too far away to be kept
     */
    public static Instant parse(String text) {
        if (!YEAR.matcher(text).matches()) {
            throw new DateTimeException("Not a year of four digits: " + text);
        }
        var instant = Instant.parse(text);
        try {
            return Instant.ofEpochMilli(instant.toEpochMilli());
        } catch (ArithmeticException e) {
            throw new DateTimeException("Too far away: " + text, e);
        }
    }
}
