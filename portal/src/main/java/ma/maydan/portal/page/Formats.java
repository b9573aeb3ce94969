package ma.maydan.portal.page;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.maydan.starter.text.PhoneNumber;

/** Dates, times and numbers as they are written in Morocco, in the language of the page. */
public final class Formats {

    /** Where the portal is at home; dates of instants are shown there. */
    public static final ZoneId HOME = ZoneId.of("Africa/Casablanca");

    private static final List<String> ZONES = Stream.concat(
                    Stream.of(HOME.getId()),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id ->
                                    id.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                            .filter(id -> !id.equals(HOME.getId()))
                            .sorted())
            .toList();

    /** The day has 24 hours in all three languages. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** The months as Morocco names them; the JDK has names of the Levant for some of them. */
    private static final String[] MOROCCAN_MONTHS = {
        "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"
    };

    private static final Map<Language, Formats> ALL = Map.of(
            Language.AR, new Formats(Language.AR, "EEEE d {month} yyyy", "EEEE"),
            Language.FR, new Formats(Language.FR, "EEEE {day} {month} yyyy", "EEEE"),
            Language.EN, new Formats(Language.EN, "EEEE, {month} d, yyyy", "EEEE"));

    private final Locale locale;
    private final DateTimeFormatter fullDate;
    private final DateTimeFormatter date;
    private final DateTimeFormatter month;
    private final DateTimeFormatter monthOfYear;
    private final DateTimeFormatter weekday;

    private Formats(Language language, String fullDate, String weekday) {
        this.locale = language.locale();
        this.fullDate = formatter(fullDate, "MMMM");
        this.date = formatter(fullDate.replaceFirst("^EEEE,? ", ""), "MMMM");
        this.month = formatter("{month}", "MMM");
        this.monthOfYear = formatter("{month} yyyy", "LLLL");
        this.weekday = formatter(weekday, "MMMM");
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
        return date.format(local) + (locale.getLanguage().equals("ar") ? "، " : ", ") + TIME.format(local);
    }

    public String time(TemporalAccessor when) {
        return TIME.format(when);
    }

    public String weekday(TemporalAccessor when) {
        return weekday.format(when);
    }

    /** {@code décembre 2026}. */
    public String monthOfYear(TemporalAccessor when) {
        return monthOfYear.format(when);
    }

    /** The month on a calendar leaf, short where the language shortens it. */
    public String month(TemporalAccessor when) {
        return month.format(when);
    }

    public String day(LocalDateTime when) {
        return number(when.getDayOfMonth());
    }

    /** A telephone number in groups. */
    public String phone(String kept) {
        return PhoneNumber.shown(kept);
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

    public boolean isHome(String zone) {
        return zone.equals(HOME.getId());
    }

    /** The zones that a form offers: Morocco's, then those of all other places by their ids. */
    public List<String> zones() {
        return ZONES;
    }

    /** How people call the time of a zone: {@code heure d’Europe centrale}; its id where it has no name. */
    public String zone(String id) {
        try {
            return ZoneId.of(id).getDisplayName(TextStyle.FULL, locale);
        } catch (DateTimeException unknown) {
            return id;
        }
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

    /** A pattern of java.time, with the names and ordinals that it does not know as {@code {month}} and {@code {day}}. */
    private DateTimeFormatter formatter(String pattern, String monthPattern) {
        var builder = new DateTimeFormatterBuilder();
        for (var part : pattern.splitWithDelimiters("\\{[a-z]+\\}", -1)) {
            if (part.equals("{day}")) {
                builder.appendText(ChronoField.DAY_OF_MONTH, frenchDays());
            } else if (part.equals("{month}") && locale.getLanguage().equals("ar")) {
                builder.appendText(ChronoField.MONTH_OF_YEAR, moroccanMonths());
            } else if (!part.isEmpty()) {
                builder.appendPattern(part.equals("{month}") ? monthPattern : part);
            }
        }
        return builder.toFormatter(locale);
    }

    /** {@code 1er}, then plain numbers. */
    private static Map<Long, String> frenchDays() {
        return IntStream.rangeClosed(1, 31)
                .boxed()
                .collect(Collectors.toMap(Integer::longValue, day -> day == 1 ? "1er" : day.toString()));
    }

    private static Map<Long, String> moroccanMonths() {
        var months = new HashMap<Long, String>();
        for (var i = 0; i < MOROCCAN_MONTHS.length; i++) {
            months.put(i + 1L, MOROCCAN_MONTHS[i]);
        }
        return months;
    }
}
