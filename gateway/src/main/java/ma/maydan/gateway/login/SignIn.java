package ma.maydan.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import ma.maydan.gateway.refusal.Language;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Coming back from the login pages, with or without success. */
@Component
class SignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final Refusals refusals;

    SignIn(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        redirect(response, next(request));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        var error = e instanceof OAuth2AuthenticationException oauth2
                ? oauth2.getError().getErrorCode()
                : "unknown";
        log.info("Signing in ended with {}", error);
        if (OAuth2ErrorCodes.ACCESS_DENIED.equals(error)) {
            redirect(response, next(request));
        } else if (realmIsAway(error)) {
            refusals.write(
                    Refusal.unavailable(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(10)), request, response);
        } else {
            refusals.write(Refusal.signInFailed(), request, response);
        }
    }

    private static boolean realmIsAway(String error) {
        return "invalid_token_response".equals(error) || OAuth2ErrorCodes.SERVER_ERROR.equals(error);
    }

    private static String next(HttpServletRequest request) {
        return LoginAttempts.endedBy(request)
                .map(attempt -> LoginAttempts.attribute(attempt, LoginAttempts.NEXT))
                .orElse("/" + Language.of(request).code() + "/");
    }

    private static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader("Location", path);
    }
}
