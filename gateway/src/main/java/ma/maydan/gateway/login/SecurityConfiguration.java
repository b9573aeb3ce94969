package ma.maydan.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import ma.maydan.gateway.body.CsrfField;
import ma.maydan.gateway.form.FormKeeper;
import ma.maydan.gateway.limit.RateLimit;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Two ways in that never mix. A request with an {@code Authorization} header stands for itself: no session is looked
 * at, so no CSRF token is asked for. Every other request is a browser's, signed in or not. What anybody may do is for
 * the services to say; nothing is refused here for want of a role.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    @Order(1)
    SecurityFilterChain requestsWithToken(HttpSecurity http, BearerTokens tokens, RateLimit rateLimit) {
        return plain(http)
                .securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(tokens.reader(), LogoutFilter.class)
                .addFilterBefore(rateLimit.filter(request -> {}), LogoutFilter.class)
                .addFilterBefore(tokens.judge(), LogoutFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http,
            RateLimit rateLimit,
            SignInRequests signInRequests,
            LoginAttempts attempts,
            SessionTokens sessionTokens,
            RestClientAuthorizationCodeTokenResponseClient codeExchange,
            SignIn signIn,
            SignOut signOut,
            FormKeeper forms,
            Refusals refusals) {
        var tokens = new HttpSessionCsrfTokenRepository();
        tokens.setSessionAttributeName("csrf");
        var newToken = new CsrfAuthenticationStrategy(tokens);
        return plain(http)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new FormToken(new XorCsrfTokenRequestAttributeHandler()))
                        .requireCsrfProtectionMatcher(SecurityConfiguration::changesSomethingForSomebody)
                        .sessionAuthenticationStrategy((person, request, response) -> {
                            // Who signs in once more, in another tab, has forms open with the token.
                            if (isSignedInAs(person)) {
                                SignIn.onceMore(request);
                            } else {
                                newToken.onAuthentication(person, request, response);
                            }
                        }))
                .addFilterBefore(rateLimit.filter(forms::ofUnanswered), CsrfFilter.class)
                .oauth2Login(login -> login.loginPage(SignInRequests.PATH)
                        .authorizationEndpoint(start -> start.authorizationRequestResolver(signInRequests)
                                .authorizationRequestRepository(attempts))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(codeExchange))
                        .authorizedClientRepository(sessionTokens)
                        .successHandler(signIn)
                        .failureHandler(signIn)
                        .withObjectPostProcessor(new FailuresGoOn()))
                .logout(logout ->
                        logout.logoutUrl(SignOut.PATH).addLogoutHandler(signOut).logoutSuccessHandler(signOut))
                .exceptionHandling(errors -> errors.accessDeniedHandler((request, response, e) -> refusals.write(
                        forms.ofSignedIn(request, response).orElseGet(Refusal::csrf), request, response)))
                .build();
    }

    /** What the firewall rejects, such as a path with two slashes or an encoded one. */
    @Bean
    RequestRejectedHandler requestRejectedHandler(Refusals refusals) {
        return (request, response, e) -> refusals.write(Refusal.of(HttpStatus.BAD_REQUEST), request, response);
    }

    /** Headers are written for every answer elsewhere, and nobody is sent to where they wanted to go by the session. */
    private static HttpSecurity plain(HttpSecurity http) {
        return http.headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    }

    private static boolean isSignedInAs(Authentication person) {
        var known = SecurityContextHolder.getContext().getAuthentication();
        return known instanceof OAuth2AuthenticationToken && known.getName().equals(person.getName());
    }

    private static boolean changesSomethingForSomebody(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken;
    }

    /** What fails before anybody is sent to the realm is told like all that fails in a filter, and is no 500 as such. */
    private record FailuresGoOn() implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler((request, response, e) -> {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            });
            return filter;
        }
    }

    /** In a header or in the form itself, never in the address. */
    private record FormToken(CsrfTokenRequestHandler masked) implements CsrfTokenRequestHandler {

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
            masked.handle(request, response, token);
        }

        @Override
        public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
            var form = new HttpServletRequestWrapper(request) {
                @Override
                public @Nullable String getParameter(String name) {
                    return CsrfField.of(request).orElse(null);
                }
            };
            return masked.resolveCsrfTokenValue(form, token);
        }
    }
}
