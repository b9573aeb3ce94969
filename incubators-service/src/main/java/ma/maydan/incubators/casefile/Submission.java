package ma.maydan.incubators.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import ma.maydan.starter.time.Morocco;
import org.jspecify.annotations.Nullable;

/**
 * That a case was submitted.
 *
 * @param receipt the number that its receipt bears, unique
 * @param said what the profile said then, as a mark of each field; null for one from before that was kept
 * @param dueOn the last day on which it is to be decided, in Morocco, unless the clock pauses
 */
public record Submission(
        String receipt,
        Instant at,
        Declaration declaration,
        LocalDate dueOn,
        @Nullable Map<String, String> said) {

    /** Law 55-19 on the simplification of procedures, which gives an administration 60 days: we keep to it. */
    static final int DAYS = 60;

    public static Submission of(String organizationId, Declaration declaration, Map<String, String> said, Instant now) {
        return new Submission(number(organizationId, now), now, declaration, day(now).plusDays(DAYS), said);
    }

    /** Made of the day and the organization, which submits once on a day. */
    public static String number(String organizationId, Instant at) {
        var letters = organizationId.replace("-", "").toUpperCase(Locale.ROOT);
        return "V-" + DateTimeFormatter.BASIC_ISO_DATE.format(day(at)) + "-"
                + letters.substring(Math.max(0, letters.length() - 8));
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Morocco.ZONE);
    }
}
