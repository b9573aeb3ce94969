package ma.maydan.starter.web;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.maydan.starter.paging.PagingArgument;
import ma.maydan.starter.paging.StoredInstant;
import ma.maydan.starter.problem.Problems;
import ma.maydan.starter.search.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The API's rules for requests: JSON alone, body size, known parameters, paging, {@code If-Match} and {@code ETag}. */
@AutoConfiguration(after = ValidationAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "maydan.api.enabled", matchIfMissing = true)
class WebAutoConfiguration {

    /** Time in whole milliseconds, as the database keeps it. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    Handlers handlers(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new Handlers(mapping);
    }

    @Bean
    @ConditionalOnMissingBean(name = "bodyLimit")
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(Problems problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    @Bean
    FilterRegistrationBean<HeadFilter> headers(Problems problems) {
        var registration = new FilterRegistrationBean<>(new HeadFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        return registration;
    }

    @Bean
    ETagAdvice eTagAdvice(JsonMapper json) {
        return new ETagAdvice(json);
    }

    @Bean
    @ConditionalOnBean(Validator.class)
    WholeBodyAdvice wholeBodyAdvice(Validator validator) {
        return new WholeBodyAdvice(validator);
    }

    @Bean
    @ConditionalOnBean(Validator.class)
    BodyReader bodyReader(JsonMapper json, Validator validator) {
        return new BodyReader(json, validator);
    }

    /** After all others that have a say in it. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebMvcConfigurer jsonAlone(JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(new JsonAlone(json)::replace);
            }
        };
    }

    @Bean
    WebMvcConfigurer apiRules() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PagingArgument());
                resolvers.add(new ExpectedVersionArgument());
            }

            @Override
            @SuppressWarnings("NullAway") // A converter may give null, for a parameter that may be absent.
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, Instant.class, StoredInstant::parse);
                registry.addConverter(String.class, SearchText.class, SearchText::parse);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new KnownParametersInterceptor());
            }
        };
    }

    private static final class ExpectedVersionArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == ExpectedVersion.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return ExpectedVersion.of(EntityTags.ofHeader(request.getHeaderValues(HttpHeaders.IF_MATCH)));
        }
    }
}
