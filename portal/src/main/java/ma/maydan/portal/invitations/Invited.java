package ma.maydan.portal.invitations;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The invitation that a visitor came with, kept by their browser for a day, since no page has it in its address: what
 * stands in an address goes on to other sites, and into logs.
 */
@ControllerAdvice
public class Invited {

    static final String TOKEN = "[A-Za-z0-9_-]{22}";

    private static final String COOKIE = "maydan_invitation";
    private static final Pattern VALUE = Pattern.compile("([0-9A-Za-z-]{1,64})\\.(" + TOKEN + ")");
    private static final Duration KEPT = Duration.ofDays(1);

    /** The id of the event to which the visitor is invited; null for none. */
    @ModelAttribute("invited")
    public @Nullable String event(HttpServletRequest request) {
        return Stream.ofNullable(value(request))
                .map(value -> value.substring(0, value.indexOf('.')))
                .findFirst()
                .orElse(null);
    }

    /** What registers for an event; null for who comes without. */
    public static @Nullable String token(HttpServletRequest request, String event) {
        var value = value(request);
        return value == null || !value.startsWith(event + ".") ? null : value.substring(event.length() + 1);
    }

    private static @Nullable String value(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE) && cookie.getValue() != null)
                .map(Cookie::getValue)
                .filter(value -> VALUE.matcher(value).matches())
                .findFirst()
                .orElse(null);
    }

    static Cookie to(String event, String token) {
        return cookie(event + "." + token, (int) KEPT.toSeconds());
    }

    /** Once it has been used, or does not hold. */
    public static Cookie used() {
        return cookie("", 0);
    }

    private static Cookie cookie(String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
