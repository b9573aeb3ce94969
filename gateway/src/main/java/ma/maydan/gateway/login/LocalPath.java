package ma.maydan.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A page of this portal to go to: what a caller names as such is believed only when no browser leaves the site by it. */
final class LocalPath {

    private static final int LONGEST = 512;

    private LocalPath() {}

    /** The path with its query, or nothing when it leads elsewhere, or to signing in or out again. */
    static Optional<String> of(@Nullable String text) {
        if (text == null || text.length() > LONGEST || !text.startsWith("/") || text.startsWith("//")) {
            return Optional.empty();
        }
        // Browsers read a backslash as a slash and skip control characters.
        if (text.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7f || c == '#')) {
            return Optional.empty();
        }
        var path = text.indexOf('?') < 0 ? text : text.substring(0, text.indexOf('?'));
        var inOrOut = path.equals("/login")
                || path.startsWith("/login/")
                || path.equals("/logout")
                || path.contains("/../")
                || path.contains("//");
        return inOrOut ? Optional.empty() : Optional.of(ascii(text));
    }

    /** The same page in a language; a path that has none stays as it is. */
    static String in(Language language, String path) {
        var end = path.indexOf('/', 1);
        return end > 0 && Language.named(path.substring(1, end)).isPresent()
                ? "/" + language.code() + path.substring(end)
                : path;
    }

    /** The page of ours that the request was sent from. */
    static Optional<String> referrer(HttpServletRequest request, GatewaySettings settings) {
        var referrer = request.getHeader(HttpHeaders.REFERER);
        var prefix = settings.publicUri() + "/";
        return referrer == null || !referrer.startsWith(prefix)
                ? Optional.empty()
                : of(referrer.substring(prefix.length() - 1));
    }

    private static String ascii(String text) {
        try {
            return new URI(text).toASCIIString();
        } catch (URISyntaxException notEncoded) {
            return text.chars().allMatch(c -> c < 0x80) ? text : "/";
        }
    }
}
