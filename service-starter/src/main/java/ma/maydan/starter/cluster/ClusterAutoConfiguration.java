package ma.maydan.starter.cluster;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** For the services that must know the cluster: they name the setting, and do not start without its value. */
@AutoConfiguration
class ClusterAutoConfiguration {

    @Bean
    @ConditionalOnProperty("maydan.cluster-organization-id")
    ClusterOrganization clusterOrganization(@Value("${maydan.cluster-organization-id}") String id) {
        return new ClusterOrganization(id);
    }
}
