package ma.maydan.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.Refusals;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets every client do so much a minute and says how much is left, in the header fields of
 * draft-ietf-httpapi-ratelimit-headers-10. It stands in the security chain, where it is known who calls, and before
 * what refuses a request, so that refused ones count as well. What the page of a refusal is dressed with is not counted:
 * it is asked for when nothing is left.
 */
@Component
public class RateLimit {

    /** Of a flood of requests that are refused only so many, in a window, are given to {@link BeforeRefusal}. */
    private static final int LOOKED_AT = 20;

    private static final Pattern GUESTS = Pattern.compile("/api/v1/events/[^/]+/guests|/[a-z]{2}/events/[^/]+/guest");

    private final Permits permits;
    private final GatewaySettings.RateLimits limits;
    private final Refusals refusals;

    RateLimit(Permits permits, GatewaySettings settings, Refusals refusals) {
        this.permits = permits;
        this.limits = settings.rateLimits();
        this.refusals = refusals;
    }

    /** What is done with a request before it is refused. */
    public interface BeforeRefusal {
        void of(HttpServletRequest request) throws IOException;
    }

    /** For a security chain; no bean of its own, which the container would run a second time. */
    public OncePerRequestFilter filter(BeforeRefusal first) {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return request.getRequestURI().startsWith(Refusals.FILES);
            }

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (admit(request, response, first)) {
                    chain.doFilter(request, response);
                }
            }
        };
    }

    private boolean admit(HttpServletRequest request, HttpServletResponse response, BeforeRefusal first)
            throws IOException {
        var client = client(request);
        client.remember(request);
        var limit = switch (client.kind()) {
            case PERSON -> limits.person();
            case MACHINE -> limits.client();
            case ADDRESS -> limits.address();
        };
        var outcome = permits.take(client, limit);
        if (outcome.allowed() && isGuests(request)) {
            outcome = permits.take(Client.guestsAt(request.getRemoteAddr()), limits.guests());
        }
        var policy = '"' + client.kind().name().toLowerCase(Locale.ROOT) + '"';
        response.setHeader(
                "RateLimit-Policy",
                policy + ";q=" + limit + ";w=" + limits.window().toSeconds());
        response.setHeader(
                "RateLimit",
                policy + ";r=" + outcome.remaining() + ";t=" + outcome.reset().toSeconds());
        if (!outcome.allowed()) {
            if (outcome.refused() <= LOOKED_AT) {
                first.of(request);
            }
            refusals.write(Refusal.quotaExceeded(outcome.reset()), request, response);
        }
        return outcome.allowed();
    }

    /** By the API, or by the page: what is typed there becomes a mail to somebody. */
    private static boolean isGuests(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && GUESTS.matcher(request.getServletPath()).matches();
    }

    private static Client client(HttpServletRequest request) {
        var known = Client.remembered(request);
        if (known != null) {
            return known;
        }
        return SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken person
                ? Client.person(person.getName())
                : Client.at(request.getRemoteAddr());
    }
}
