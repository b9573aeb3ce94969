package ma.maydan.portal.registrations;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody saw a page before, kept by their browser and sent to that page alone. Who loads it again within half an
 * hour is still on the same visit.
 */
final class LastVisit {

    private static final String COOKIE = "maydan_visit";
    private static final Pattern VALUE = Pattern.compile("(\\d{1,12})\\.(\\d{1,12})");
    private static final Duration VISIT = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofDays(90);

    private LastVisit() {}

    /**
     * Books a visit of the page that is asked for, in its language.
     *
     * @return the end of the visit before; null on the first one
     */
    static @Nullable Instant at(Instant now, HttpServletRequest request, HttpServletResponse response) {
        var seen = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE) && cookie.getValue() != null)
                .map(cookie -> VALUE.matcher(cookie.getValue()))
                .filter(Matcher::matches)
                .findFirst();
        var latest = seen.map(found -> Long.parseLong(found.group(2))).orElse(0L);
        var before = seen.map(found -> Long.parseLong(found.group(1))).orElse(0L);
        if (Instant.ofEpochSecond(latest).plus(VISIT).isBefore(now)) {
            before = latest;
        }
        var cookie = new Cookie(COOKIE, before + "." + now.getEpochSecond());
        cookie.setPath(request.getRequestURI());
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return before == 0 ? null : Instant.ofEpochSecond(before);
    }
}
