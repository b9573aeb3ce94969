package ma.maydan.starter.problem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problem details in Arabic, French and English; English when the caller names none of them. Not where people get
 * pages: {@code maydan.api.enabled=false}.
 */
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnBooleanProperty(name = "maydan.api.enabled", matchIfMissing = true)
class ProblemAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.of("ar"), Locale.FRENCH, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    @Bean
    Problems problems(
            LocaleResolver localeResolver,
            JsonMapper json,
            ObjectProvider<Outage> outages,
            ObjectProvider<Problems.Bearer> bearer,
            ObjectProvider<Problems.Pages> pages) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("problems", "problems-common");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new Problems(
                messages,
                localeResolver,
                json,
                outages.orderedStream().toList(),
                bearer.getIfAvailable(() -> () -> "nobody"),
                () -> pages.getIfAvailable(() -> (problem, request, response) -> false));
    }

    /** For services; the gateway has pages for people too. */
    @Bean
    @ConditionalOnProperty("maydan.oidc.issuer")
    FilterRegistrationBean<OutageFilter> outages(Problems problems) {
        var registration = new FilterRegistrationBean<>(new OutageFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 110);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemAdvice problemAdvice(Problems problems) {
        return new ProblemAdvice(problems);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemErrorController problemErrorController(Problems problems) {
        return new ProblemErrorController(problems);
    }
}
