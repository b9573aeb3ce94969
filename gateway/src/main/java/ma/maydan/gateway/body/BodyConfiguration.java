package ma.maydan.gateway.body;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Takes the place of the services' body limit, which knows one bound alone. */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {

    @Bean
    FilterRegistrationBean<BodyFilter> bodyLimit(Bodies bodies) {
        var registration = new FilterRegistrationBean<>(new BodyFilter(bodies));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }
}
