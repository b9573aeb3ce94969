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
 */
record Tokens(String access, Instant expiresAt, @Nullable String refresh) implements Serializable {

    /** The session's attribute. */
    static final String ATTRIBUTE = "tokens";

    /** @param before keeps its refresh token when the realm gives no new one */
    static Tokens of(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, @Nullable Tokens before) {
        var expiresAt = access.getExpiresAt() == null ? Instant.now().plusSeconds(60) : access.getExpiresAt();
        var kept = before == null ? null : before.refresh();
        return new Tokens(access.getTokenValue(), expiresAt, refresh == null ? kept : refresh.getTokenValue());
    }

    boolean livesAtLeast(Duration time, Instant now) {
        return expiresAt.isAfter(now.plus(time));
    }
}
