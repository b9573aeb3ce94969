package ma.maydan.starter.security;

import java.time.Clock;
import java.util.List;
import ma.maydan.starter.problem.Problems;
import ma.maydan.starter.web.Handlers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A service as an OAuth2 resource server: it takes RS256 tokens of the realm, for its own audience, and refuses
 * whatever no {@link Allow} permits. The realm's keys are fetched when the first token comes, and kept.
 */
@AutoConfiguration
@ConditionalOnClass(BearerTokenAuthenticationFilter.class)
@ConditionalOnProperty("maydan.oidc.issuer")
class SecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            @Value("${maydan.oidc.issuer}") String issuer,
            @Value("${maydan.oidc.internal-uri}") String internalUri,
            @Value("${maydan.oidc.audience}") String audience) {
        return RealmTokens.decoder(new RealmKeys(internalUri, Clock.systemUTC()), issuer, audience);
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            Handlers handlers,
            Problems problems,
            @Value("${maydan.oidc.front-ends}") List<String> frontEnds) {
        var claims = new TokenClaims(frontEnds);
        var refusals = new SecurityProblems(problems);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                jakarta.servlet.DispatcherType.ERROR, jakarta.servlet.DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/v3/api-docs", "/v3/api-docs/**")
                        .permitAll()
                        .anyRequest()
                        .access(new EndpointAccess(handlers)))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(claims))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(new FailuresTo(refusals)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    RejectedRequests rejectedRequests(Problems problems) {
        return new RejectedRequests(problems);
    }

    /** Who is refused, as the log names them. */
    @Bean
    Problems.Bearer refusedCaller() {
        return () -> Caller.current().toString();
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }

    /** Also when a token cannot be checked because the realm's keys cannot be had: that is not the caller's fault. */
    private record FailuresTo(SecurityProblems refusals)
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            var handler = new AuthenticationEntryPointFailureHandler(refusals);
            handler.setRethrowAuthenticationServiceException(false);
            filter.setAuthenticationFailureHandler(handler);
            return filter;
        }
    }

    private static final class CallerArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
            return Caller.current();
        }
    }
}
