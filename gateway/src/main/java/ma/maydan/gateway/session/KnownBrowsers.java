package ma.maydan.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import ma.maydan.gateway.GatewaySettings;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows a browser again by a sealed cookie for thirty days, also after its session. It lets nobody in: an attempt to
 * sign in counts only in the browser that began it, and a form that is kept is shown only in the one that sent it.
 */
@Component
public class KnownBrowsers {

    private static final Duration MEMORY = Duration.ofDays(30);

    private final OwnCookie cookie;
    private final Seal seal;
    private final JsonMapper json;

    KnownBrowsers(GatewaySettings settings, JsonMapper json) {
        this.cookie = new OwnCookie("BROWSER", settings);
        this.seal = new Seal("browser", settings.oidc().clientSecret());
        this.json = json;
    }

    /** Nothing for one that was never here, and for one that says two things. */
    public Optional<KnownBrowser> find(HttpServletRequest request) {
        return cookie.read(request).flatMap(this::opened);
    }

    public void remember(KnownBrowser browser, HttpServletResponse response) {
        var sealed = seal.close(json.writeValueAsBytes(browser));
        cookie.write(response, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), MEMORY);
    }

    private Optional<KnownBrowser> opened(String value) {
        try {
            return seal.open(Base64.getUrlDecoder().decode(value))
                    .map(content -> json.readValue(content, KnownBrowser.class));
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }
}
