package ma.maydan.portal.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which language a request wants: by its address or the parameter {@code lang}, else the cookie, else
 * {@code Accept-Language}. */
public final class Languages {

    /** Remembers the language last read. */
    public static final String COOKIE = "lang";

    private static final Language DEFAULT = Language.FR;

    private Languages() {}

    public static Language of(HttpServletRequest request) {
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return ofPath(failed == null ? request.getRequestURI() : failed)
                .or(() -> ofQuery(request))
                .or(() -> ofCookie(request))
                .or(() -> ofHeader(request))
                .orElse(DEFAULT);
    }

    public static Optional<Language> ofPath(String path) {
        var end = path.indexOf('/', 1);
        return path.length() < 2
                ? Optional.empty()
                : Language.ofCode(end < 0 ? path.substring(1) : path.substring(1, end));
    }

    private static Optional<Language> ofQuery(HttpServletRequest request) {
        var query = request.getQueryString();
        return Stream.of(query == null ? new String[0] : query.split("&", -1))
                .filter(part -> part.startsWith("lang="))
                .findFirst()
                .flatMap(part -> Language.ofCode(part.substring("lang=".length())));
    }

    static Optional<Language> ofCookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .map(Language::ofCode)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Language> ofHeader(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .map(Language::ofCode)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
