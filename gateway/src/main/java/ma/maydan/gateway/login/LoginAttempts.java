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
import ma.maydan.gateway.session.OwnCookie;
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
 * Who has gone to the login pages is remembered in their own browser, in a sealed cookie for ten minutes: starting to
 * sign in costs the database nothing, and a gateway that was restarted meanwhile takes them back.
 */
@Component
class LoginAttempts implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String CALLBACK = "/login/oauth2/code/" + OidcConfiguration.REGISTRATION;

    /** Attributes of an authorization request: where to go afterwards, and in which language. */
    static final String NEXT = "next";

    static final String LANGUAGE = "lang";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ClientRegistration realm;
    private final Seal seal;
    private final OwnCookie cookie;
    private final JsonMapper json;
    private final Clock clock;

    LoginAttempts(ClientRegistration realm, GatewaySettings settings, JsonMapper json, Clock clock) {
        this.realm = realm;
        this.seal = new Seal("login", settings.oidc().clientSecret());
        this.cookie = new OwnCookie("LOGIN", settings);
        this.json = json;
        this.clock = clock;
    }

    private record Attempt(String state, String nonce, String verifier, String next, String lang, long until) {}

    /** Where the attempt that this request ended wanted to go; known from {@link #removeAuthorizationRequest} on. */
    static Optional<OAuth2AuthorizationRequest> endedBy(HttpServletRequest request) {
        return Optional.ofNullable((OAuth2AuthorizationRequest) request.getAttribute(LoginAttempts.class.getName()));
    }

    /** An attribute that every login of ours has. */
    static String attribute(OAuth2AuthorizationRequest login, String name) {
        return Objects.requireNonNull(login.<String>getAttribute(name), name);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        return state == null
                ? null
                : cookie.read(request)
                        .flatMap(this::opened)
                        .filter(attempt -> attempt.state().equals(state))
                        .filter(attempt ->
                                Instant.ofEpochSecond(attempt.until()).isAfter(clock.instant()))
                        .map(this::request)
                        .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest login, HttpServletRequest request, HttpServletResponse response) {
        if (login == null) {
            cookie.write(response, "", Duration.ZERO);
            return;
        }
        var attempt = new Attempt(
                String.valueOf(login.getState()),
                attribute(login, OidcParameterNames.NONCE),
                attribute(login, PkceParameterNames.CODE_VERIFIER),
                attribute(login, NEXT),
                attribute(login, LANGUAGE),
                clock.instant().plus(PATIENCE).getEpochSecond());
        var sealed = seal.close(json.writeValueAsBytes(attempt));
        cookie.write(response, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), PATIENCE);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var attempt = loadAuthorizationRequest(request);
        if (attempt != null) {
            request.setAttribute(LoginAttempts.class.getName(), attempt);
            cookie.write(response, "", Duration.ZERO);
        }
        return attempt;
    }

    private Optional<Attempt> opened(String value) {
        try {
            return seal.open(Base64.getUrlDecoder().decode(value))
                    .map(content -> json.readValue(content, Attempt.class));
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    private OAuth2AuthorizationRequest request(Attempt attempt) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(String.valueOf(realm.getProviderDetails().getAuthorizationUri()))
                .clientId(realm.getClientId())
                .redirectUri(realm.getRedirectUri())
                .scopes(realm.getScopes())
                .state(attempt.state())
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        realm.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        attempt.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        attempt.verifier(),
                        NEXT,
                        attempt.next(),
                        LANGUAGE,
                        attempt.lang()))
                .build();
    }
}
