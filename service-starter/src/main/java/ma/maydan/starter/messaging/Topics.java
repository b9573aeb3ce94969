package ma.maydan.starter.messaging;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Sees to it that a topic exists, with the broker's own number of partitions and replicas, and keeps its messages:
 * a service that is set up anew builds its replicas from the first event on, and a dead letter waits until somebody
 * has looked at it.
 */
final class Topics {

    private final KafkaAdmin admin;
    private final String retentionMillis;
    private final Set<String> ensured = ConcurrentHashMap.newKeySet();

    Topics(KafkaAdmin admin, String retentionMillis) {
        this.admin = admin;
        this.retentionMillis = retentionMillis;
    }

    /**
     * @throws org.springframework.kafka.KafkaException when the broker does not answer
     */
    void ensure(String topic) {
        if (!ensured.contains(topic)) {
            admin.createOrModifyTopics(TopicBuilder.name(topic)
                    .config(TopicConfig.RETENTION_MS_CONFIG, retentionMillis)
                    .build());
            ensured.add(topic);
        }
    }
}
