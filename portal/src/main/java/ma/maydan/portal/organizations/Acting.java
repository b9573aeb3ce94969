package ma.maydan.portal.organizations;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * For which of several organizations a person acts: their browser keeps it until it is closed. It is a default of forms
 * and gives no right: another person's choice is none of theirs.
 */
@ControllerAdvice
class Acting {

    private static final String COOKIE = "maydan_acting";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** The id of the organization; null for who has not chosen. */
    @ModelAttribute("acting")
    @Nullable
    String of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE) && cookie.getValue() != null)
                .map(Cookie::getValue)
                .filter(id -> ID.matcher(id).matches())
                .findFirst()
                .orElse(null);
    }

    static Cookie chosen(String organization) {
        var cookie = new Cookie(COOKIE, organization);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
