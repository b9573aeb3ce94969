package ma.maydan.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the visitor from the headers that the gateway sets; the gateway drops those that come from outside. */
@Component
public class Visitors {

    static final String CSRF_HEADER = "X-Maydan-Csrf";

    private static final String BEARER = "Bearer ";

    private final JsonMapper json;

    Visitors(JsonMapper json) {
        this.json = json;
    }

    public Visitor of(HttpServletRequest request) {
        var language = Languages.of(request);
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return Visitor.anonymous(language);
        }
        var token = authorization.substring(BEARER.length());
        var claims = claims(token);
        return new Visitor(
                language, token, request.getHeader(CSRF_HEADER), name(claims), roles(claims), Sending.of(request));
    }

    private JsonNode claims(String token) {
        var parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    ? json.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    : json.createObjectNode();
        } catch (IllegalArgumentException | JacksonException unreadable) {
            // The services will refuse it; the page shows a person without a name.
            return json.createObjectNode();
        }
    }

    private static @Nullable String name(JsonNode claims) {
        for (var claim : new String[] {"name", "preferred_username"}) {
            var name = claims.path(claim).asString("");
            if (!name.isBlank()) {
                return name;
            }
        }
        return null;
    }

    private static Set<String> roles(JsonNode claims) {
        return claims.path("realm_access")
                .path("roles")
                .valueStream()
                .map(role -> role.asString(""))
                .collect(Collectors.toUnmodifiableSet());
    }
}
