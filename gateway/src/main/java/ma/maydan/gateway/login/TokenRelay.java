package ma.maydan.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.session.SessionStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;

/**
 * Finds the access token that goes on with a request of a signed-in browser, and renews it in time. However many
 * requests find the token too old, over however many replicas, one of them renews it under a lease on the session; the
 * others go on with the old token while it lives, else they wait for the new one. A refresh token is so never used
 * twice, which a realm that rotates them would take for theft.
 */
@Component
public class TokenRelay {

    private static final Logger log = LoggerFactory.getLogger(TokenRelay.class);

    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final SessionStore sessions;
    private final RestClientRefreshTokenTokenResponseClient tokenRefresh;
    private final ClientRegistration realm;
    private final Duration renewAfter;
    private final Clock clock;
    private volatile Instant restUntil = Instant.MIN;

    TokenRelay(
            SessionStore sessions,
            RestClientRefreshTokenTokenResponseClient tokenRefresh,
            ClientRegistration realm,
            GatewaySettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.tokenRefresh = tokenRefresh;
        this.realm = realm;
        this.renewAfter = settings.oidc().renewAfter();
        this.clock = clock;
    }

    /** What goes on with the request. */
    public sealed interface Credentials {

        /** Nobody is signed in, or the request brings a token of its own, which alone counts. */
        record OfNoSession() implements Credentials {}

        record Token(String value) implements Credentials {}

        /** The realm does not know this session any more. */
        record Ended() implements Credentials {}

        /** The realm does not answer and the token is too old. */
        record Unavailable() implements Credentials {}
    }

    public Credentials of(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken)) {
            return new Credentials.OfNoSession();
        }
        var session = request.getSession(false);
        return session != null && session.getAttribute(Tokens.ATTRIBUTE) instanceof Tokens tokens
                ? current(session, tokens)
                : new Credentials.Ended();
    }

    private Credentials current(HttpSession session, Tokens tokens) {
        var now = clock.instant();
        if (!tokens.areOlderThan(renewAfter, now)) {
            return new Credentials.Token(tokens.access());
        }
        var usable = tokens.isUsable(now);
        if (now.isBefore(restUntil)) {
            return usable ? new Credentials.Token(tokens.access()) : new Credentials.Unavailable();
        }
        if (sessions.lease(session.getId(), LEASE)) {
            return renewed(session.getId(), tokens);
        }
        return usable ? new Credentials.Token(tokens.access()) : waited(session.getId());
    }

    private Credentials renewed(String id, Tokens known) {
        // Another request may have renewed it between this one's reading of the session and its lease.
        var tokens = sessions.read(id, Tokens.ATTRIBUTE, Tokens.class).orElse(null);
        if (tokens == null) {
            return new Credentials.Ended();
        }
        if (!tokens.areOlderThan(renewAfter, clock.instant())) {
            sessions.release(id);
            return new Credentials.Token(tokens.access());
        }
        try {
            var fresh = refresh(tokens);
            if (fresh == null) {
                return refused(id, tokens);
            }
            sessions.writeAndRelease(id, Tokens.ATTRIBUTE, fresh);
            return new Credentials.Token(fresh.access());
        } catch (OAuth2AuthorizationException e) {
            sessions.release(id);
            restUntil = clock.instant().plus(AFTER_FAILURE);
            log.warn("The realm does not renew tokens: {}", e.getError().getErrorCode());
            return known.isUsable(clock.instant())
                    ? new Credentials.Token(known.access())
                    : new Credentials.Unavailable();
        }
    }

    /** Whoever was held up for longer than the lease finds that another has used the refresh token and has a new one. */
    private Credentials refused(String id, Tokens sent) {
        return sessions.read(id, Tokens.ATTRIBUTE, Tokens.class)
                .filter(now -> !Objects.equals(now.refresh(), sent.refresh()) && now.isUsable(clock.instant()))
                .<Credentials>map(now -> new Credentials.Token(now.access()))
                .orElseGet(Credentials.Ended::new);
    }

    /**
     * Null when the realm refuses.
     *
     * @throws OAuth2AuthorizationException when it does not answer or does not say why
     */
    private @Nullable Tokens refresh(Tokens tokens) {
        if (tokens.refresh() == null) {
            return null;
        }
        var now = clock.instant();
        var expired = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, tokens.access(), now.minusSeconds(3600), tokens.expiresAt());
        var refreshToken = new OAuth2RefreshToken(tokens.refresh(), now.minusSeconds(3600));
        try {
            var answer =
                    tokenRefresh.getTokenResponse(new OAuth2RefreshTokenGrantRequest(realm, expired, refreshToken));
            return Tokens.of(answer.getAccessToken(), answer.getRefreshToken(), tokens);
        } catch (OAuth2AuthorizationException e) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())) {
                return null;
            }
            throw e;
        }
    }

    private Credentials waited(String id) {
        var until = clock.instant().plus(LONGEST_WAIT);
        while (clock.instant().isBefore(until)) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Credentials.Unavailable();
            }
            var tokens = sessions.read(id, Tokens.ATTRIBUTE, Tokens.class);
            if (tokens.isEmpty()) {
                return new Credentials.Ended();
            }
            if (tokens.get().isUsable(clock.instant())) {
                return new Credentials.Token(tokens.get().access());
            }
            if (clock.instant().isBefore(restUntil)) {
                return new Credentials.Unavailable();
            }
        }
        return new Credentials.Unavailable();
    }
}
