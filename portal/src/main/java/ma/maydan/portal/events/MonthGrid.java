package ma.maydan.portal.events;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A month in weeks from Monday to Sunday, with the days of its neighbors that fill the first and the last.
 *
 * @param today as it is in Morocco
 */
public record MonthGrid(YearMonth month, LocalDate today, List<List<Day>> weeks) {

    /** So many of a day are seen at once; the others on demand. */
    private static final int AT_ONCE = 3;

    /** Nothing is so old or so far away. */
    private static final YearMonth FIRST = YearMonth.of(2010, 1);

    private static final YearMonth LAST = YearMonth.of(2099, 12);

    /**
     * A day with what begins on it, by the clock of each.
     *
     * @param within whether it is of this month
     */
    public record Day(LocalDate date, boolean within, List<Event> events) {

        public List<Event> seen() {
            return events.size() <= AT_ONCE + 1 ? events : events.subList(0, AT_ONCE);
        }

        public List<Event> others() {
            return events.subList(seen().size(), events.size());
        }
    }

    /** As an address has it, {@code 2026-12}; null for what is none. */
    static @Nullable YearMonth parse(String text) {
        try {
            var month = YearMonth.parse(text);
            return month.isBefore(FIRST) || month.isAfter(LAST) ? null : month;
        } catch (DateTimeException notAMonth) {
            return null;
        }
    }

    static MonthGrid of(YearMonth month, LocalDate today, List<Event> events) {
        var byDay = events.stream()
                .sorted(Comparator.comparing(Event::startsAtLocal).thenComparing(Event::id))
                .collect(Collectors.groupingBy(event -> event.startsAtLocal().toLocalDate()));
        var weeks = new ArrayList<List<Day>>();
        var end = month.atEndOfMonth().with(nextOrSame(SUNDAY));
        for (var monday = month.atDay(1).with(previousOrSame(MONDAY));
                monday.isBefore(end);
                monday = monday.plusWeeks(1)) {
            weeks.add(week(month, monday, byDay));
        }
        return new MonthGrid(month, today, List.copyOf(weeks));
    }

    private static List<Day> week(YearMonth month, LocalDate monday, Map<LocalDate, List<Event>> byDay) {
        return monday.datesUntil(monday.plusWeeks(1))
                .map(date -> {
                    var within = YearMonth.from(date).equals(month);
                    return new Day(date, within, within ? byDay.getOrDefault(date, List.of()) : List.of());
                })
                .toList();
    }

    /** Null at the end of time. */
    public @Nullable YearMonth before() {
        return parse(month.minusMonths(1).toString());
    }

    /** Null at the end of time. */
    public @Nullable YearMonth after() {
        return parse(month.plusMonths(1).toString());
    }

    public boolean isEmpty() {
        return weeks.stream()
                .allMatch(week -> week.stream().allMatch(day -> day.events().isEmpty()));
    }

    /** The days of a week, for the names of the columns. */
    public List<LocalDate> weekdays() {
        return weeks.getFirst().stream().map(Day::date).toList();
    }
}
