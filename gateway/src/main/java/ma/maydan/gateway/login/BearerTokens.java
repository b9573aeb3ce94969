package ma.maydan.gateway.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import ma.maydan.gateway.limit.Client;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.Refusals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the token of a machine or a script: the rate limit counts for whom a verified token speaks, and what is no
 * token of ours, or cannot be told from one because the realm's keys have never been had, goes no further than here.
 */
@Component
class BearerTokens {

    private static final String REFUSED = BearerTokens.class.getName();

    private final JwtDecoder accessTokens;
    private final Refusals refusals;

    BearerTokens(JwtDecoder accessTokens, Refusals refusals) {
        this.accessTokens = accessTokens;
        this.refusals = refusals;
    }

    /** Finds out who calls; goes before the rate limit. */
    OncePerRequestFilter reader() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                read(request);
                chain.doFilter(request, response);
            }
        };
    }

    /** Refuses what the reader did not accept; goes after the rate limit, so that guessing is counted. */
    OncePerRequestFilter judge() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (request.getAttribute(REFUSED) instanceof Refusal refusal) {
                    refusals.write(refusal, request, response);
                    return;
                }
                chain.doFilter(request, response);
            }
        };
    }

    private void read(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            request.setAttribute(REFUSED, Refusal.invalidToken());
            return;
        }
        try {
            Client.of(accessTokens.decode(header.substring(7).trim())).remember(request);
        } catch (BadJwtException notOurs) {
            request.setAttribute(REFUSED, Refusal.invalidToken());
        } catch (JwtException keysNotKnown) {
            request.setAttribute(REFUSED, Refusal.unavailable(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(5)));
        }
    }
}
