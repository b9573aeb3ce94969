package ma.maydan.gateway.body;

import ma.maydan.gateway.refusal.Refusals;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Replaces the services' body limit, which lets a body stream. */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {

    @Bean
    FilterRegistrationBean<BodyFilter> bodyLimit(Refusals refusals) {
        var registration = new FilterRegistrationBean<>(new BodyFilter(refusals));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }
}
