package ma.maydan.portal.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ma.maydan.portal.page.PageView;
import org.jspecify.annotations.Nullable;

/**
 * One event as a file for calendars (iCalendar, RFC 5545). Its times are UTC: calendars know older rules of the zone
 * Africa/Casablanca than those in force.
 */
final class EventCalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Octets of a line, without its end. */
    private static final int LINE = 75;

    private EventCalendar() {}

    /** @param place where people come, null when nowhere */
    static String of(Event event, PageView page, @Nullable String place, Instant now) {
        var address = page.absolute("/events/" + event.id());
        var lines = new ArrayList<>(List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Maydan//Events//" + page.lang().toUpperCase(java.util.Locale.ROOT),
                "METHOD:PUBLISH",
                "BEGIN:VEVENT",
                "UID:" + event.id() + "@" + page.origin().replaceFirst("^https?://([^/:]*).*$", "$1"),
                "DTSTAMP:" + UTC.format(event.updatedAt() == null ? now : event.updatedAt()),
                "SEQUENCE:" + event.version(),
                "DTSTART:" + UTC.format(event.startsAt()),
                "DTEND:" + UTC.format(event.endsAt()),
                "SUMMARY:" + text(page.show(event.title()).text())));
        if (event.description() != null) {
            lines.add("DESCRIPTION:" + text(page.show(event.description()).plain() + "\n\n" + address));
        }
        if (place != null) {
            lines.add("LOCATION:" + text(place));
        }
        lines.add("URL:" + address);
        lines.add("STATUS:" + (event.isCancelled() ? "CANCELLED" : "CONFIRMED"));
        lines.add("END:VEVENT");
        lines.add("END:VCALENDAR");
        return lines.stream().map(EventCalendar::folded).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** A value of the type TEXT (section 3.3.11). */
    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\r\\n?|\\n", "\\\\n");
    }

    /** Long lines go on in the next, behind a space (section 3.1), and no character is cut in two. */
    private static String folded(String line) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var character : line.codePoints().toArray()) {
            var one = Character.toString(character);
            var size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(one);
            octets += size;
        }
        return folded.toString();
    }
}
