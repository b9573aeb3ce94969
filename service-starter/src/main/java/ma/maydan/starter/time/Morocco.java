package ma.maydan.starter.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/** The calendar by which days count, and how they are written: those of Casablanca, whatever the machine's own. */
public final class Morocco {

    public static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

    private static final Map<String, Locale> WRITTEN = Map.of(
            "ar", Locale.of("ar", "MA"),
            "fr", Locale.of("fr", "MA"),
            "en", Locale.UK);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Morocco() {}

    /** A language as it is written there, with its names of months and its digits; English for one that is not. */
    public static Locale written(Locale language) {
        return WRITTEN.getOrDefault(language.getLanguage(), Locale.UK);
    }

    /** The day of an instant there, in full. */
    public static String day(Instant at, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(written(language))
                .format(at.atZone(ZONE));
    }

    /** What the clock shows there, such as 09:30. */
    public static String clock(Instant at) {
        return CLOCK.format(at.atZone(ZONE));
    }

    /** The day there is now. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
