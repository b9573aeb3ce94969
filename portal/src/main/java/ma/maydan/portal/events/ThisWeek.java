package ma.maydan.portal.events;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.next;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import ma.maydan.portal.page.Formats;

/** From Monday to Sunday, by the clock of Morocco. */
final class ThisWeek {

    private ThisWeek() {}

    /** The parameters of the API for events that begin in the week of an instant. */
    static Map<String, String> asked(Instant now) {
        var today = LocalDate.ofInstant(now, Formats.HOME);
        return Map.of("from", start(today.with(previousOrSame(MONDAY))), "until", start(today.with(next(MONDAY))));
    }

    private static String start(LocalDate day) {
        return day.atStartOfDay(Formats.HOME).toInstant().toString();
    }
}
