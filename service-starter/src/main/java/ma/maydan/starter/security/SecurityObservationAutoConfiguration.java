package ma.maydan.starter.security;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** No observation of each filter and check: twenty of them cost a request more than what it asks for. */
@AutoConfiguration
@ConditionalOnClass(SecurityObservationSettings.class)
class SecurityObservationAutoConfiguration {

    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
