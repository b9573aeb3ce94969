package ma.maydan.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ma.maydan.gateway.refusal.Language;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.Refusals;
import ma.maydan.gateway.session.KnownBrowsers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Coming back from the login pages, with or without success. Nobody is told that signing in failed while there is a way
 * on: to where they wanted to go when they are signed in by then, else once more to the login pages, which ask for no
 * password when the realm knows them.
 */
@Component
class SignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private static final String ONCE_MORE = SignIn.class.getName();

    /** By which the realm's clock may be behind. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private final LoginAttempts attempts;
    private final KnownBrowsers browsers;
    private final Refusals refusals;

    SignIn(LoginAttempts attempts, KnownBrowsers browsers, Refusals refusals) {
        this.attempts = attempts;
        this.browsers = browsers;
        this.refusals = refusals;
    }

    /** Tells that the person was signed in before, by another tab: this one stays in its own language. */
    static void onceMore(HttpServletRequest request) {
        request.setAttribute(ONCE_MORE, true);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        browsers.find(request).ifPresent(browser -> browsers.remember(browser.of(authentication.getName()), response));
        var next = next(request);
        var chosen = request.getAttribute(ONCE_MORE) == null
                ? attempts.told(request).flatMap(attempt -> language(authentication, attempt))
                : Optional.<Language>empty();
        redirect(response, chosen.map(language -> LocalPath.in(language, next)).orElse(next));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        var error = e instanceof OAuth2AuthenticationException oauth2
                ? oauth2.getError().getErrorCode()
                : "unknown";
        log.info("Signing in ended with {}", error);
        var attempt = attempts.told(request);
        var next = next(request);
        var language = attempt.map(LoginAttempt::language)
                .orElseGet(() -> Language.of(request).code());
        if (OAuth2ErrorCodes.ACCESS_DENIED.equals(error) || isSignedIn(request)) {
            redirect(response, next);
        } else if (realmIsAway(error)) {
            Refusals.offer(SignInRequests.begin(language, next), request);
            refusals.write(
                    Refusal.unavailable(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(10)), request, response);
        } else if (attempt.filter(attempts::goesInCircles).isEmpty()) {
            redirect(response, SignInRequests.beginAgain(language, next));
        } else {
            Refusals.offer(SignInRequests.begin(language, next), request);
            refusals.write(Refusal.signInFailed(), request, response);
        }
    }

    /** By another tab; the filter has forgotten it for this request only. */
    private static boolean isSignedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(Tokens.ATTRIBUTE) != null;
    }

    private static boolean realmIsAway(String error) {
        return "invalid_token_response".equals(error) || OAuth2ErrorCodes.SERVER_ERROR.equals(error);
    }

    /** In which the login pages were left, if the person saw them: a running session at the realm shows none. */
    private static Optional<Language> language(Authentication authentication, LoginAttempt attempt) {
        if (!(authentication.getPrincipal() instanceof OidcUser user)
                || user.getLocale() == null
                || user.getAuthenticatedAt() == null) {
            return Optional.empty();
        }
        var seen = user.getAuthenticatedAt().plus(CLOCKS);
        return seen.isBefore(Instant.ofEpochSecond(attempt.began()))
                ? Optional.empty()
                : Language.named(user.getLocale());
    }

    private String next(HttpServletRequest request) {
        return attempts.told(request)
                .map(LoginAttempt::next)
                .orElseGet(() -> "/" + Language.of(request).code() + "/");
    }

    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader("Location", path);
    }
}
