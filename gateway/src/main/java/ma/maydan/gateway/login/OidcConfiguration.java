package ma.maydan.gateway.login;

import java.time.Clock;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.starter.security.RealmKeys;
import ma.maydan.starter.security.RealmTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.AbstractRestClientOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;

/**
 * The realm, known by its addresses alone: nothing is asked of it at start, and its keys are kept when it goes away,
 * so that whoever is signed in goes on.
 */
@Configuration(proxyBeanMethods = false)
class OidcConfiguration {

    static final String REGISTRATION = "keycloak";

    @Bean
    ClientRegistration realm(GatewaySettings settings) {
        var oidc = settings.oidc();
        var inside = oidc.internalUri() + "/protocol/openid-connect";
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(oidc.clientId())
                .clientSecret(oidc.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.publicUri() + LoginAttempts.CALLBACK)
                .scope("openid")
                .issuerUri(oidc.issuer())
                .authorizationUri(oidc.issuer() + "/protocol/openid-connect/auth")
                .tokenUri(inside + "/token")
                .jwkSetUri(inside + "/certs")
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(ClientRegistration realm) {
        return new InMemoryClientRegistrationRepository(realm);
    }

    @Bean
    RealmKeys realmKeys(GatewaySettings settings, Clock clock) {
        return new RealmKeys(settings.oidc().internalUri(), clock);
    }

    /** For access tokens of machines and scripts. */
    @Bean
    JwtDecoder accessTokens(RealmKeys realmKeys, GatewaySettings settings) {
        return RealmTokens.decoder(
                realmKeys, settings.oidc().issuer(), settings.oidc().audience());
    }

    /** For the id token that says who has just signed in. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(RealmKeys realmKeys) {
        return registration -> {
            var decoder = NimbusJwtDecoder.withJwkSource(realmKeys).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefault(), new OidcIdTokenValidator(registration)));
            return decoder;
        };
    }

    @Bean
    RestClientAuthorizationCodeTokenResponseClient codeExchange(ClientHttpRequestFactory requests) {
        return bounded(new RestClientAuthorizationCodeTokenResponseClient(), requests);
    }

    @Bean
    RestClientRefreshTokenTokenResponseClient tokenRefresh(ClientHttpRequestFactory requests) {
        return bounded(new RestClientRefreshTokenTokenResponseClient(), requests);
    }

    /** The gateway's HTTP client has timeouts; the default one waits as long as the realm likes. */
    private static <T extends AbstractRestClientOAuth2AccessTokenResponseClient<?>> T bounded(
            T client, ClientHttpRequestFactory requests) {
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
