package ma.maydan.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** 401 and 403 as problem details, with the challenge of RFC 6750; 503 while tokens cannot be checked. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(SecurityProblems.class);

    private final Problems problems;

    SecurityProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof AuthenticationServiceException) {
            log.warn("A token could not be checked: {}", e.getMessage());
            problems.write(
                    new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable")
                            .header(HttpHeaders.RETRY_AFTER, "5"),
                    request,
                    response);
            return;
        }
        var challenge = e instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer";
        problems.write(
                new ProblemException(HttpStatus.UNAUTHORIZED, "unauthorized")
                        .header(HttpHeaders.WWW_AUTHENTICATE, challenge),
                request,
                response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof EndpointAccess.ScopeDecision decision) {
            problems.write(
                    new ProblemException(HttpStatus.FORBIDDEN, "insufficient-scope", decision.scope)
                            .header(
                                    HttpHeaders.WWW_AUTHENTICATE,
                                    "Bearer error=\"insufficient_scope\", scope=\"" + decision.scope + "\""),
                    request,
                    response);
            return;
        }
        problems.write(ProblemException.forbidden(), request, response);
    }
}
