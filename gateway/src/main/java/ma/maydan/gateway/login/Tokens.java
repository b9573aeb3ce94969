package ma.maydan.gateway.login;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * What the realm gave for a session. It lives in the session and nowhere else.
 *
 * @param refresh null when the realm gives none; then the session ends with the access token
 * @param givenAt by our own clock
 */
record Tokens(String access, Instant expiresAt, @Nullable String refresh, Instant givenAt) implements Serializable {

    /** The session's attribute. */
    static final String ATTRIBUTE = "tokens";

    /** A token that dies on its way helps nobody. */
    private static final Duration TRAVEL = Duration.ofSeconds(5);

    /** @param before keeps its refresh token when the realm gives no new one */
    static Tokens of(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, @Nullable Tokens before) {
        var now = Instant.now();
        var expiresAt = access.getExpiresAt() == null ? now.plusSeconds(60) : access.getExpiresAt();
        var kept = before == null ? null : before.refresh();
        return new Tokens(access.getTokenValue(), expiresAt, refresh == null ? kept : refresh.getTokenValue(), now);
    }

    /** Whether it is time for new ones. */
    boolean areOlderThan(Duration age, Instant now) {
        return !isUsable(now) || !now.isBefore(givenAt.plus(age));
    }

    /** Whether the access token can go on with a request. */
    boolean isUsable(Instant now) {
        return expiresAt.isAfter(now.plus(TRAVEL));
    }
}
