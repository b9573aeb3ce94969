package ma.maydan.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import ma.maydan.gateway.form.FormKeeper;
import ma.maydan.gateway.login.TokenRelay;
import ma.maydan.gateway.login.TokenRelay.Credentials;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.Refusals;
import ma.maydan.gateway.refusal.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Decides with whose token a request goes on. */
@Component
class Admission {

    private final TokenRelay tokens;
    private final FormKeeper forms;

    Admission(TokenRelay tokens, FormKeeper forms) {
        this.tokens = tokens;
        this.forms = forms;
    }

    /**
     * @throws RefusedException 303 when the session has ended and the form is kept, 401 when it has ended, 503 when
     *     nobody can renew its token now
     */
    void grant(HttpServletRequest request, Upstream upstream) throws IOException {
        var passage = switch (tokens.of(request)) {
            case Credentials.OfNoSession() -> new Passage(bearer(request), null, upstream == Upstream.PORTAL);
            case Credentials.Token(var token) ->
                upstream == Upstream.PORTAL
                        ? new Passage("Bearer " + token, csrf(request), true)
                        : new Passage("Bearer " + token, null, false);
            case Credentials.Ended() -> signedOut(request);
            case Credentials.Unavailable() ->
                throw new RefusedException(Refusal.unavailable(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(5)));
        };
        passage.granted(request);
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION);
    }

    private static @Nullable String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : null;
    }

    /** Whoever was only looking at a page looks on as a visitor; whoever was doing something is told. */
    private Passage signedOut(HttpServletRequest request) throws IOException {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        if ("GET".equals(request.getMethod()) && Refusals.wantsPage(request)) {
            return new Passage(null, null, true);
        }
        throw new RefusedException(forms.ofSignedOut(request).orElseGet(Refusal::sessionEnded));
    }
}
