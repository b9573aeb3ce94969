package ma.maydan.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.session.KnownBrowser;
import ma.maydan.gateway.session.KnownBrowsers;
import ma.maydan.gateway.session.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An attempt to sign in is the {@code state} that goes to the realm and comes back, sealed, and counts for half a day in
 * the browser that began it (docs/adr/0016). So each tab has its own, in any number and order; beginning one costs the
 * database nothing, and a gateway that was restarted meanwhile takes it back.
 */
@Component
class LoginAttempts implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String CALLBACK = "/login/oauth2/code/" + OidcConfiguration.REGISTRATION;

    private static final Duration PATIENCE = Duration.ofHours(12);
    private static final Duration CIRCLE = Duration.ofMinutes(1);

    private final ClientRegistration realm;
    private final KnownBrowsers browsers;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    LoginAttempts(
            ClientRegistration realm, KnownBrowsers browsers, GatewaySettings settings, JsonMapper json, Clock clock) {
        this.realm = realm;
        this.browsers = browsers;
        this.seal = new Seal("login", settings.oidc().clientSecret());
        this.json = json;
        this.clock = clock;
    }

    /** The login with an attempt as its state. */
    OAuth2AuthorizationRequest begin(
            OAuth2AuthorizationRequest login, HttpServletRequest request, String next, String language, boolean again) {
        var browser = browsers.find(request).orElseGet(KnownBrowser::fresh);
        request.setAttribute(KnownBrowser.class.getName(), browser);
        var attempt = new LoginAttempt(
                browser.id(),
                attribute(login, OidcParameterNames.NONCE),
                attribute(login, PkceParameterNames.CODE_VERIFIER),
                next,
                language,
                again,
                clock.instant().getEpochSecond());
        var state = Base64.getUrlEncoder().withoutPadding().encodeToString(seal.close(json.writeValueAsBytes(attempt)));
        return OAuth2AuthorizationRequest.from(login).state(state).build();
    }

    /** What the state of this request says, if it is a state of ours: where to go, but not yet whether it counts. */
    Optional<LoginAttempt> told(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        try {
            return state == null
                    ? Optional.empty()
                    : seal.open(Base64.getUrlDecoder().decode(state))
                            .map(content -> json.readValue(content, LoginAttempt.class));
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether it came back so soon that beginning once more would go round in circles. */
    boolean goesInCircles(LoginAttempt attempt) {
        return attempt.again() && !isOlderThan(CIRCLE, attempt);
    }

    private boolean isOlderThan(Duration age, LoginAttempt attempt) {
        return Instant.ofEpochSecond(attempt.began()).plus(age).isBefore(clock.instant());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return told(request)
                .filter(attempt -> browsers.find(request)
                        .filter(browser -> browser.id().equals(attempt.browser()))
                        .isPresent())
                .filter(attempt -> !isOlderThan(PATIENCE, attempt))
                .map(attempt -> login(attempt, request.getParameter(OAuth2ParameterNames.STATE)))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest login, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(KnownBrowser.class.getName()) instanceof KnownBrowser browser) {
            browsers.remember(browser, response);
        }
    }

    /** The realm takes a code once; an attempt may be repeated by going back. */
    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return loadAuthorizationRequest(request);
    }

    private static String attribute(OAuth2AuthorizationRequest login, String name) {
        return Objects.requireNonNull(login.<String>getAttribute(name), name);
    }

    private OAuth2AuthorizationRequest login(LoginAttempt attempt, String state) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(String.valueOf(realm.getProviderDetails().getAuthorizationUri()))
                .clientId(realm.getClientId())
                .redirectUri(realm.getRedirectUri())
                .scopes(realm.getScopes())
                .state(state)
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        realm.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        attempt.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        attempt.verifier()))
                .build();
    }
}
