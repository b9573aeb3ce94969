package ma.maydan.incubators.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import ma.maydan.starter.time.Morocco;

/**
 * That a case was submitted.
 *
 * @param receipt the number that its receipt bears, unique
 * @param dueOn the last day on which it is to be decided, in Morocco, unless the clock pauses
 */
public record Submission(String receipt, Instant at, Declaration declaration, LocalDate dueOn) {

    /** Law 55-19 on the simplification of procedures, which gives an administration 60 days: we keep to it. */
    static final int DAYS = 60;

    static Submission of(String organizationId, Declaration declaration, Instant now) {
        return new Submission(number(organizationId, now), now, declaration, day(now).plusDays(DAYS));
    }

    /** Made of the day and the organization, which submits again after 30 days at the earliest. */
    public static String number(String organizationId, Instant at) {
        var letters = organizationId.replace("-", "").toUpperCase(Locale.ROOT);
        return "V-" + DateTimeFormatter.BASIC_ISO_DATE.format(day(at)) + "-"
                + letters.substring(Math.max(0, letters.length() - 8));
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Morocco.ZONE);
    }
}
