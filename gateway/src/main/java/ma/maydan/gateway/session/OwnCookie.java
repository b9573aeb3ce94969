package ma.maydan.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import ma.maydan.gateway.GatewaySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie that the gateway alone reads. Under https its name begins with {@code __Host-}, by which browsers keep every
 * other host and every page without TLS from setting it (RFC 6265bis, section 4.1.3.2); where nothing keeps them, two
 * that differ are none.
 */
public final class OwnCookie {

    private static final String OURS = "MAYDAN_";
    private static final String THIS_HOST_ALONE = "__Host-";

    private final String name;
    private final boolean https;

    /** @param name what it is for */
    public OwnCookie(String name, GatewaySettings settings) {
        this.https = settings.isHttps();
        this.name = (https ? THIS_HOST_ALONE : "") + OURS + name;
    }

    /** Whether nobody behind the gateway may see a cookie of this name, whatever the scheme is now. */
    public static boolean isOurs(String name) {
        return name.startsWith(OURS) || name.regionMatches(true, 0, THIS_HOST_ALONE + OURS, 0, 14);
    }

    /** What the browser says; nothing when it says two things. */
    public Optional<String> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        var values = Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(jakarta.servlet.http.Cookie::getValue)
                .distinct()
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** @param age null for as long as the browser runs, zero to delete it */
    public void write(HttpServletResponse response, String value, @Nullable Duration age) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(https)
                .sameSite("Lax");
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                (age == null ? cookie : cookie.maxAge(age)).build().toString());
    }
}
