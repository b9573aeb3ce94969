package ma.maydan.starter.idempotency;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import ma.maydan.starter.mongo.MongoAutoConfiguration;
import ma.maydan.starter.personal.Declared;
import ma.maydan.starter.personal.Kept;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.personal.PersonalDocuments;
import ma.maydan.starter.personal.SeenBy;
import ma.maydan.starter.problem.Problems;
import ma.maydan.starter.web.Handlers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** {@code Idempotency-Key} where there are callers and a database: in the services. Runs after the caller is known. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
@ConditionalOnClass({MongoDatabase.class, BearerTokenAuthenticationFilter.class})
@ConditionalOnBean(MongoDatabase.class)
@ConditionalOnProperty("maydan.oidc.issuer")
@EnableScheduling
class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyStore idempotencyStore(MongoDatabase database, Clock clock) {
        return new IdempotencyStore(database, clock);
    }

    /** Its own sweep is faster. */
    @Bean
    PersonalData requestsOfPeople(MongoDatabase database) {
        return PersonalDocuments.whole(
                database.getCollection("idempotency"),
                Declared.of("request", "idempotency", Kept.days(1, Kept.Since.WRITTEN), SeenBy.NOBODY),
                "person",
                "expiresAt",
                List.of("startedAt"));
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            IdempotencyStore store, Handlers handlers, Problems problems) {
        var registration = new FilterRegistrationBean<>(new IdempotencyFilter(store, handlers, problems));
        registration.setOrder(0);
        return registration;
    }

    @Bean
    WebMvcConfigurer newIdArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new NewIdArgument());
            }
        };
    }

    private static final class NewIdArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == NewId.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Objects.requireNonNull(
                    request.getAttribute(NewId.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST),
                    "A method that takes a NewId carries @Creates");
        }
    }
}
