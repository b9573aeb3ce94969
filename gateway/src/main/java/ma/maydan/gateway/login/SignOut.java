package ma.maydan.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * After the gateway's session the realm's is ended as well, by the gateway itself and with the refresh token, so that
 * no token is in an address. When the realm does not take it the browser asks there, and the person is asked once more
 * (OpenID Connect RP-Initiated Logout 1.0 without a hint). The browser comes back to the start page in its language.
 */
@Component
class SignOut implements LogoutHandler, LogoutSuccessHandler {

    static final String PATH = "/logout";

    private static final String END_OF_SESSION = "/protocol/openid-connect/logout";

    private static final Logger log = LoggerFactory.getLogger(SignOut.class);
    private static final String REALM_GOES_ON = SignOut.class.getName();

    private final GatewaySettings settings;
    private final RestClient realm;

    SignOut(GatewaySettings settings, ClientHttpRequestFactory requests) {
        this.settings = settings;
        this.realm = RestClient.builder().requestFactory(requests).build();
    }

    /** While the session is there to tell the token. */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(Tokens.ATTRIBUTE) instanceof Tokens tokens
                && tokens.refresh() != null
                && !endsSession(tokens.refresh())) {
            request.setAttribute(REALM_GOES_ON, true);
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var home = "/" + language(request).code() + "/";
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(
                HttpHeaders.LOCATION, request.getAttribute(REALM_GOES_ON) == null ? home : endOfSession(home));
    }

    private boolean endsSession(String refreshToken) {
        var oidc = settings.oidc();
        var form = new LinkedMultiValueMap<String, String>();
        form.add(OAuth2ParameterNames.CLIENT_ID, oidc.clientId());
        form.add(OAuth2ParameterNames.CLIENT_SECRET, oidc.clientSecret());
        form.add(OAuth2ParameterNames.REFRESH_TOKEN, refreshToken);
        try {
            realm.post()
                    .uri(oidc.internalUri() + END_OF_SESSION)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.BadRequest overAlready) {
            return true;
        } catch (RestClientException e) {
            log.warn("The realm does not end a session: {}", e.getMessage());
            return false;
        }
    }

    /** Of the page with the button, since this address has none. */
    private Language language(HttpServletRequest request) {
        return LocalPath.referrer(request, settings)
                .filter(path -> path.length() >= 4 && path.charAt(3) == '/')
                .flatMap(path -> Language.named(path.substring(1, 3)))
                .orElseGet(() -> Language.of(request));
    }

    private String endOfSession(String home) {
        return UriComponentsBuilder.fromUriString(settings.oidc().issuer() + END_OF_SESSION)
                .queryParam(OAuth2ParameterNames.CLIENT_ID, "{client}")
                .queryParam("post_logout_redirect_uri", "{home}")
                .encode()
                .buildAndExpand(settings.oidc().clientId(), settings.publicUri() + home)
                .toUriString();
    }
}
