package ma.maydan.starter.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Sees to it that a topic exists, with the broker's own number of partitions and replicas. A topic of events keeps the
 * last state of each aggregate, so that a service that is set up anew builds its replicas from it; what a later state
 * does not say is gone from it after a while. A dead letter waits until somebody has looked at it, but not for ever:
 * it may name a person.
 */
final class Topics {

    /** The part of a partition that may be clean-worthy before it is cleaned: little, as it is the lag that counts. */
    private static final String DIRTY = "0.1";

    private final KafkaAdmin admin;
    private final Map<String, String> ofEvents;
    private final Map<String, String> ofDeadLetters;
    private final Set<String> ensured = ConcurrentHashMap.newKeySet();

    /**
     * @param lag after which an earlier state of an aggregate is gone, where {@link TopicMarks} come
     * @param deadLettersKept how long a dead letter waits
     */
    Topics(KafkaAdmin admin, Duration lag, Duration deadLettersKept) {
        this.admin = admin;
        this.ofEvents = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                String.valueOf(lag.toMillis()),
                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
                DIRTY);
        this.ofDeadLetters = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                String.valueOf(deadLettersKept.toMillis()));
    }

    /**
     * A topic of events, or one of dead letters.
     *
     * @throws org.springframework.kafka.KafkaException when the broker does not answer
     */
    void ensure(String topic) {
        if (!ensured.contains(topic)) {
            var configs = topic.endsWith(DeadLetters.SUFFIX) ? ofDeadLetters : ofEvents;
            admin.createOrModifyTopics(TopicBuilder.name(topic).configs(configs).build());
            ensured.add(topic);
        }
    }
}
