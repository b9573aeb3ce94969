package ma.maydan.gateway.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/** The languages of the pages. */
public enum Language {
    AR,
    FR,
    EN;

    /** As in paths: {@code ar}, {@code fr}, {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.of(code());
    }

    /** For the attribute {@code dir}. */
    public String direction() {
        return this == AR ? "rtl" : "ltr";
    }

    /** The language with this code. */
    public static Optional<Language> named(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    /** The request's: by its path, by the parameter or cookie {@code lang}, by what the browser asks for, else French. */
    public static Language of(HttpServletRequest request) {
        var path = request.getRequestURI();
        var inPath = path.length() >= 3 && (path.length() == 3 || path.charAt(3) == '/')
                ? named(path.substring(1, 3))
                : Optional.<Language>empty();
        return inPath.or(() -> inQuery(request))
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, "lang"))
                        .flatMap(cookie -> named(cookie.getValue())))
                .or(() -> preferred(request))
                .orElse(FR);
    }

    private static Optional<Language> inQuery(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&"))
                        .filter(pair -> pair.startsWith("lang="))
                        .findFirst()
                        .flatMap(pair -> named(pair.substring("lang=".length())));
    }

    private static Optional<Language> preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Optional.empty();
        }
        for (var locales = request.getLocales(); locales.hasMoreElements(); ) {
            var known = named(locales.nextElement().getLanguage());
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }
}
