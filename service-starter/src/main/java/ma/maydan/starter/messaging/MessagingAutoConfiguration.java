package ma.maydan.starter.messaging;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import ma.maydan.starter.operator.OperatorToken;
import ma.maydan.starter.schedule.ScheduleAutoConfiguration;
import ma.maydan.starter.schedule.WorkStore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outbox and its relay, and consumers that retry with back-off and then set a message aside in {@code <topic>.dlt},
 * where a Kafka is configured.
 */
@AutoConfiguration(after = {ScheduleAutoConfiguration.class, KafkaAutoConfiguration.class})
@ConditionalOnClass({KafkaTemplate.class, MongoDatabase.class})
@ConditionalOnBean({KafkaTemplate.class, MongoDatabase.class})
@ConditionalOnProperty("spring.kafka.bootstrap-servers")
class MessagingAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MessagingAutoConfiguration.class);

    @Bean
    Outbox outbox(Clock clock, JsonMapper json, ObjectProvider<Tracer> tracer) {
        return new Outbox(clock, json, tracer.getIfAvailable());
    }

    @Bean
    Topics topics(
            KafkaAdmin admin,
            @Value("${maydan.messaging.compaction-lag:1d}") Duration lag,
            @Value("${maydan.messaging.dead-letters-kept:30d}") Duration deadLettersKept) {
        return new Topics(admin, lag, deadLettersKept);
    }

    @Bean
    TopicMarks topicMarks(Outbox outbox, KafkaTemplate<String, byte[]> kafka, Topics topics) {
        return new TopicMarks(outbox, kafka, topics);
    }

    @Bean
    OutboxRelay outboxRelay(
            Outbox outbox,
            KafkaTemplate<String, byte[]> kafka,
            Topics topics,
            WorkStore work,
            @Value("${spring.application.name}") String application) {
        return new OutboxRelay(outbox, kafka, topics, work, application);
    }

    @Bean
    EventReader eventReader(JsonMapper json) {
        return new EventReader(json);
    }

    @Bean
    DefaultErrorHandler deadLetterHandler(
            KafkaTemplate<String, byte[]> kafka, Topics topics, ObjectProvider<MeterRegistry> meters) {
        var recoverer = new DeadLetterPublishingRecoverer(kafka, (message, e) -> {
            var topic = message.topic() + DeadLetters.SUFFIX;
            topics.ensure(topic);
            return new TopicPartition(topic, -1);
        });
        recoverer.setExceptionHeadersCreator((headers, e, isKey, names) -> DeadLetterHeaders.addReason(headers, e));
        var handler = new DefaultErrorHandler(recoverer, Retries.ofMessage());
        handler.setBackOffFunction((message, e) -> Retries.of(e));
        handler.addNotRetryableExceptions(PoisonMessageException.class);
        handler.setRetryListeners(new Recorded(meters.getIfAvailable()));
        return handler;
    }

    /** An empty message tells nothing; one replayed for one group is nothing new to the others. */
    @Bean
    RecordFilterStrategy<Object, Object> notForUs() {
        return message -> message.value() == null || DeadLetterHeaders.isReplayForOthers(message);
    }

    /** For operators: on the management port, and nowhere when that is the public one. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnAvailableEndpoint(DeadLettersEndpoint.class)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    static class Operators {

        @Bean
        DeadLettersEndpoint deadLettersEndpoint(
                KafkaListenerEndpointRegistry listeners,
                ConsumerFactory<String, byte[]> consumers,
                KafkaTemplate<String, byte[]> kafka,
                @Value("${maydan.operator-token:}") String token) {
            return new DeadLettersEndpoint(new DeadLetters(listeners, consumers, kafka), new OperatorToken(token));
        }
    }

    /** Tells the log and the metrics of what was set aside. */
    private record Recorded(@Nullable MeterRegistry meters) implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> message, @Nullable Exception e, int attempt) {
            log.warn("Try {} of {}-{}@{} failed", attempt, message.topic(), message.partition(), message.offset(), e);
        }

        @Override
        public void recovered(ConsumerRecord<?, ?> message, @Nullable Exception e) {
            log.error(
                    "Set {}-{}@{} aside in {}",
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    message.topic() + DeadLetters.SUFFIX);
            if (meters != null) {
                meters.counter("maydan.dead.letters", "topic", message.topic()).increment();
            }
        }
    }
}
