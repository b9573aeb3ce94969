package ma.maydan.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Keeps the tokens of a fresh sign-in in the session, without the client's secret that Spring would store beside. */
@Component
class SessionTokens implements OAuth2AuthorizedClientRepository {

    /** Nobody asks: {@link TokenRelay} reads the session. */
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.getSession()
                .setAttribute(Tokens.ATTRIBUTE, Tokens.of(client.getAccessToken(), client.getRefreshToken(), null));
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(Tokens.ATTRIBUTE);
        }
    }
}
