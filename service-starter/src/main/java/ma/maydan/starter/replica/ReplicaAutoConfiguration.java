package ma.maydan.starter.replica;

import com.mongodb.client.MongoDatabase;
import ma.maydan.starter.messaging.Outbox;
import ma.maydan.starter.operator.OperatorToken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Replicas, and their refills: in every consumer of a service that listens. */
@AutoConfiguration(afterName = "ma.maydan.starter.messaging.MessagingAutoConfiguration")
@ConditionalOnBean(Outbox.class)
class ReplicaAutoConfiguration {

    @Bean
    Refills refills(MongoDatabase database, @Value("${spring.kafka.consumer.group-id}") String group) {
        return new Refills(database, group);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnAvailableEndpoint(RefillsEndpoint.class)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    static class Operators {

        @Bean
        RefillsEndpoint refillsEndpoint(
                Refills refills,
                KafkaListenerEndpointRegistry listeners,
                @Value("${maydan.operator-token:}") String token) {
            return new RefillsEndpoint(refills, listeners, new OperatorToken(token));
        }
    }
}
