package ma.maydan.starter.messaging;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Writes an empty message to each partition of the topics that this service publishes to, once an hour. The broker
 * cleans no segment that is still written to, and ends one only when something is written: in a topic where nothing
 * happens, what is erased would otherwise stay.
 */
final class TopicMarks {

    static final String KEY = "mark";

    private static final Logger log = LoggerFactory.getLogger(TopicMarks.class);

    private final Outbox outbox;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Topics topics;

    TopicMarks(Outbox outbox, KafkaTemplate<String, byte[]> kafka, Topics topics) {
        this.outbox = outbox;
        this.kafka = kafka;
        this.topics = topics;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void mark() {
        outbox.sources().stream().map(Outbox.Source::topic).distinct().forEach(this::mark);
    }

    private void mark(String topic) {
        try {
            topics.ensure(topic);
            kafka.partitionsFor(topic)
                    .forEach(partition -> kafka.send(new ProducerRecord<>(topic, partition.partition(), KEY, null)));
        } catch (KafkaException e) {
            log.warn("{} is marked an hour later: {}", topic, e.toString());
        }
    }
}
