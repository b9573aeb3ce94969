package ma.maydan.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * After the gateway's session the realm's is ended as well (OpenID Connect RP-Initiated Logout 1.0), which brings the
 * browser back to the start page in its language.
 */
@Component
class SignOut implements LogoutSuccessHandler {

    static final String PATH = "/logout";

    private final GatewaySettings settings;

    SignOut(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var home = "/" + language(request).code() + "/";
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                authentication != null && authentication.getPrincipal() instanceof OidcUser user
                        ? endOfSession(user, home)
                        : home);
    }

    /** Of the page with the button, since this address has none. */
    private Language language(HttpServletRequest request) {
        return LocalPath.referrer(request, settings)
                .filter(path -> path.length() >= 4 && path.charAt(3) == '/')
                .flatMap(path -> Language.named(path.substring(1, 3)))
                .orElseGet(() -> Language.of(request));
    }

    private String endOfSession(OidcUser user, String home) {
        return UriComponentsBuilder.fromUriString(settings.oidc().issuer() + "/protocol/openid-connect/logout")
                .queryParam("id_token_hint", "{hint}")
                .queryParam("post_logout_redirect_uri", "{home}")
                .encode()
                .buildAndExpand(user.getIdToken().getTokenValue(), settings.publicUri() + home)
                .toUriString();
    }
}
