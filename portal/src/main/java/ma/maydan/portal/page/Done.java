package ma.maydan.portal.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was just done, told once on the page that comes next: by a cookie for that page alone, which showing the page
 * takes away. No address can make a page say it.
 *
 * @param code {@code event.publish}: of its text under {@code done}, or under {@code news} when nobody brought it about
 */
public record Done(String code) {

    static final String COOKIE = "done";

    private static final int SECONDS = (int) Duration.ofMinutes(1).toSeconds();

    /** The cookie that tells of it at a path. */
    public Cookie at(String path) {
        return cookie(path, code + ":" + mark(path), SECONDS);
    }

    static Cookie told(String path) {
        return cookie(path, "", 0);
    }

    /** What there is to tell on the page that is asked for; null for nothing. */
    static @Nullable Done of(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return null;
        }
        var mark = ":" + mark(request.getRequestURI());
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(Objects::nonNull)
                .filter(value -> value.endsWith(mark))
                .map(value -> new Done(value.substring(0, value.length() - mark.length())))
                .findFirst()
                .orElse(null);
    }

    /** A cookie is sent to what is below its path, too. */
    private static String mark(String path) {
        return Integer.toHexString(path.hashCode());
    }

    private static Cookie cookie(String path, String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath(path);
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
