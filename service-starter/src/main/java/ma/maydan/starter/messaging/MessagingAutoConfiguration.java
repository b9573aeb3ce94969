package ma.maydan.starter.messaging;

import com.mongodb.client.MongoDatabase;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import ma.maydan.starter.mongo.MongoAutoConfiguration;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import tools.jackson.databind.json.JsonMapper;

/** The outbox and its relay; consumers that retry with back-off and then set a message aside in {@code <topic>.dlt}. */
@AutoConfiguration(after = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
@ConditionalOnClass({KafkaTemplate.class, MongoDatabase.class})
@ConditionalOnBean({KafkaTemplate.class, MongoDatabase.class})
class MessagingAutoConfiguration {

    @Bean
    Outbox outbox(Clock clock, JsonMapper json, ObjectProvider<Tracer> tracer) {
        return new Outbox(clock, json, tracer.getIfAvailable());
    }

    @Bean
    OutboxRelay outboxRelay(
            Outbox outbox,
            KafkaTemplate<String, byte[]> kafka,
            @Value("${spring.application.name}") String application) {
        return new OutboxRelay(outbox, kafka, application);
    }

    @Bean
    EventReader eventReader(JsonMapper json) {
        return new EventReader(json);
    }

    /** 0.2, 0.8, 3.2, 10, 10 seconds between the tries. */
    @Bean
    DefaultErrorHandler deadLetters(KafkaTemplate<String, byte[]> kafka) {
        var backOff = new ExponentialBackOffWithMaxRetries(5);
        backOff.setInitialInterval(200);
        backOff.setMultiplier(4);
        backOff.setMaxInterval(10_000);
        var recoverer = new DeadLetterPublishingRecoverer(
                kafka, (message, e) -> new TopicPartition(message.topic() + ".dlt", -1));
        var handler = new DefaultErrorHandler(recoverer, backOff);
        handler.addNotRetryableExceptions(PoisonMessageException.class);
        return handler;
    }
}
