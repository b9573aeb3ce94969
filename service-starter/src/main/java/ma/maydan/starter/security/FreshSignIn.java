package ma.maydan.starter.security;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.maydan.starter.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * For what a browser left open must not give away: the person has given their password, or second factor, just now
 * (OpenID Connect Core 1.0, {@code auth_time}).
 */
public final class FreshSignIn {

    public static final Duration FRESH = Duration.ofMinutes(5);

    /** By which the realm's clock may be ahead. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private FreshSignIn() {}

    /** @throws ProblemException 403 {@code sign-in-anew} for who signed in earlier, or when the token does not say */
    public static void require(Instant now) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)
                || !(token.getTokenAttributes().get("auth_time") instanceof Object claim)
                || !isFresh(claim, now)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "sign-in-anew");
        }
    }

    private static boolean isFresh(Object claim, Instant now) {
        var at = claim instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : claim instanceof Instant instant ? instant : Instant.EPOCH;
        return !at.isBefore(now.minus(FRESH).truncatedTo(ChronoUnit.SECONDS)) && !at.isAfter(now.plus(CLOCKS));
    }
}
