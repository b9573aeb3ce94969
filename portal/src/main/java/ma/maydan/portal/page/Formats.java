package ma.maydan.portal.page;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Dates, times and numbers as they are written in Morocco, in the language of the page. */
public final class Formats {

    /** Where the portal is at home; dates of instants are shown there. */
    public static final ZoneId HOME = ZoneId.of("Africa/Casablanca");

    /** The months as Morocco names them; the JDK has names of the Levant for some of them. */
    private static final String[] MOROCCAN_MONTHS = {
        "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"
    };

    private static final Map<Language, Formats> ALL = Map.of(
            Language.AR, new Formats(Language.AR, "EEEE d {month} yyyy", "EEEE", "HH:mm"),
            Language.FR, new Formats(Language.FR, "EEEE d {month} yyyy", "EEEE", "HH:mm"),
            Language.EN, new Formats(Language.EN, "EEEE, {month} d, yyyy", "EEEE", "h:mm a"));

    private final Locale locale;
    private final DateTimeFormatter fullDate;
    private final DateTimeFormatter date;
    private final DateTimeFormatter month;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter time;

    private Formats(Language language, String fullDate, String weekday, String time) {
        this.locale = language.locale();
        this.fullDate = formatter(fullDate, "MMMM");
        this.date = formatter(fullDate.replaceFirst("^EEEE,? ", ""), "MMMM");
        this.month = formatter("{month}", "MMM");
        this.weekday = formatter(weekday, "MMMM");
        this.time = formatter(time, "MMMM");
    }

    public static Formats of(Language language) {
        return ALL.getOrDefault(language, ALL.values().iterator().next());
    }

    /** With the day of the week: {@code jeudi 10 décembre 2026}. */
    public String fullDate(TemporalAccessor when) {
        return fullDate.format(when);
    }

    /** {@code 10 décembre 2026}. */
    public String date(TemporalAccessor when) {
        return date.format(when);
    }

    /** The date at which an instant falls in Morocco. */
    public String date(Instant when) {
        return date.format(when.atZone(HOME));
    }

    /** The date and time at which an instant falls in Morocco. */
    public String dateTime(Instant when) {
        var local = when.atZone(HOME);
        return date.format(local) + (locale.getLanguage().equals("ar") ? "، " : ", ") + time.format(local);
    }

    public String time(TemporalAccessor when) {
        return time.format(when);
    }

    public String weekday(TemporalAccessor when) {
        return weekday.format(when);
    }

    /** The month on a calendar leaf, short where the language shortens it. */
    public String month(TemporalAccessor when) {
        return month.format(when);
    }

    public String day(LocalDateTime when) {
        return number(when.getDayOfMonth());
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Where a wall clock stood against UTC at an instant: {@code UTC+1}, {@code UTC}. */
    public String offset(LocalDateTime local, Instant instant) {
        var minutes = Duration.between(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), local)
                .toMinutes();
        if (minutes == 0) {
            return "UTC";
        }
        var sign = minutes < 0 ? "−" : "+";
        var rest = Math.abs(minutes) % 60;
        return "UTC" + sign + Math.abs(minutes) / 60 + (rest == 0 ? "" : String.format(Locale.ROOT, ":%02d", rest));
    }

    public boolean sameDay(LocalDateTime one, LocalDateTime other) {
        return LocalDate.from(one).equals(LocalDate.from(other));
    }

    /** The letter that stands for a name; in Arabic the article is left out. */
    public String monogram(String name) {
        var bare = name.strip();
        if (bare.length() > 3 && bare.startsWith("ال")) {
            bare = bare.substring(2);
        }
        return bare.isEmpty()
                ? ""
                : bare.substring(0, bare.offsetByCodePoints(0, 1)).toUpperCase(locale);
    }

    private DateTimeFormatter formatter(String pattern, String monthPattern) {
        var builder = new DateTimeFormatterBuilder();
        var parts = pattern.split("\\{month\\}", -1);
        for (var i = 0; i < parts.length; i++) {
            if (i > 0 && locale.getLanguage().equals("ar")) {
                builder.appendText(ChronoField.MONTH_OF_YEAR, moroccanMonths());
            } else if (i > 0) {
                builder.appendPattern(monthPattern);
            }
            if (!parts[i].isEmpty()) {
                builder.appendPattern(parts[i]);
            }
        }
        return builder.toFormatter(locale);
    }

    private static Map<Long, String> moroccanMonths() {
        var months = new HashMap<Long, String>();
        for (var i = 0; i < MOROCCAN_MONTHS.length; i++) {
            months.put(i + 1L, MOROCCAN_MONTHS[i]);
        }
        return months;
    }
}
