package ma.maydan.portal.registrations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.registrations.EventDesk.Day;

/**
 * How an event filled, as a line: from the first day on which something changed to the present one. Time goes from left to
 * right in every language, as the words beside it say.
 *
 * @param days with the present one
 */
public record FillChart(List<Day> days) {

    static final int WIDTH = 600;
    static final int HEIGHT = 140;
    private static final int TOP = 10;

    /** @param today in Morocco */
    static FillChart of(EventDesk desk, Event event, LocalDate today) {
        var seats = event.seats();
        var days = new ArrayList<>(desk.days());
        var over = event.endsAtLocal().toLocalDate().isBefore(today);
        if (!over && (days.isEmpty() || days.getLast().day().isBefore(today))) {
            days.add(new Day(today, seats.capacity(), seats.confirmed(), seats.waiting()));
        } else if (!over && days.getLast().day().equals(today)) {
            days.set(days.size() - 1, new Day(today, seats.capacity(), seats.confirmed(), seats.waiting()));
        }
        return new FillChart(List.copyOf(days));
    }

    /** Whether there is a line to see. */
    public boolean isLine() {
        return days.size() > 1;
    }

    public LocalDate first() {
        return days.getFirst().day();
    }

    public LocalDate last() {
        return days.getLast().day();
    }

    /** The corners of the line: each day keeps its height until the next one on which something changed. */
    public String line() {
        var corners = new ArrayList<String>();
        var before = HEIGHT;
        for (var day : days) {
            var x = x(day);
            if (!corners.isEmpty()) {
                corners.add(corner(x, before));
            }
            before = y(day);
            corners.add(corner(x, before));
        }
        return String.join(" ", corners);
    }

    /** The same down to the ground. */
    public String area() {
        return corner(0, HEIGHT) + " " + line() + " " + corner(WIDTH, HEIGHT);
    }

    /** The latest first, for a table. */
    public List<Day> latestFirst() {
        return days.reversed().stream().limit(60).collect(Collectors.toList());
    }

    private double x(Day day) {
        var all = last().toEpochDay() - first().toEpochDay();
        return all == 0 ? WIDTH : (day.day().toEpochDay() - first().toEpochDay()) * (double) WIDTH / all;
    }

    private static int y(Day day) {
        var share = Math.min(1, day.confirmed() / (double) Math.max(1, day.capacity()));
        return (int) Math.round(HEIGHT - share * (HEIGHT - TOP));
    }

    private static String corner(double x, int y) {
        return String.format(Locale.ROOT, "%.1f,%d", x, y);
    }
}
