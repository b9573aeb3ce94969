package ma.maydan.starter.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * The messages that this service's consumer groups have set aside. Two services that listen to one topic share its
 * dead-letter topic; each sees its own there, by the group that failed. A message that has been replayed gets a mark
 * behind it in its partition, and is not listed again.
 */
final class DeadLetters {

    static final String SUFFIX = ".dlt";

    /** Before the key of a message that is published again: it must not take the place of a later state in the topic. */
    static final String REPLAY = "replay:";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaListenerEndpointRegistry listeners;
    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaTemplate<String, byte[]> kafka;

    DeadLetters(
            KafkaListenerEndpointRegistry listeners,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> kafka) {
        this.listeners = listeners;
        this.consumers = consumers;
        this.kafka = kafka;
    }

    /** The names of the dead-letter topics that can hold messages of this service. */
    Set<String> topics() {
        var topics = new TreeSet<String>();
        for (var listener : listeners.getListenerContainers()) {
            var listened = listener.getContainerProperties().getTopics();
            for (var topic : listened == null ? new String[0] : listened) {
                topics.add(topic + SUFFIX);
            }
        }
        return topics;
    }

    /** What waits in a topic, the oldest of each partition first. */
    List<DeadLetter> list(String topic) {
        try (var consumer = consumer()) {
            return waiting(consumer, partitions(consumer, topic)).stream()
                    .map(message -> DeadLetterHeaders.read(message, false))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** One message with its payload; null when none waits there. */
    @Nullable
    DeadLetter find(String topic, int partition, long offset) {
        var message = message(topic, partition, offset);
        return message == null ? null : DeadLetterHeaders.read(message, true);
    }

    /**
     * Publishes a message again to the topic it came from, for the group that failed alone. When it fails again, it
     * comes back as a new dead letter. Null when none waits there.
     */
    @Nullable
    DeadLetter replay(String topic, int partition, long offset)
            throws InterruptedException, ExecutionException, TimeoutException {
        var message = message(topic, partition, offset);
        var letter = message == null ? null : DeadLetterHeaders.read(message, false);
        if (message == null || letter == null) {
            return null;
        }
        var again = new ProducerRecord<String, byte[]>(
                letter.origin().originalTopic(),
                letter.origin().originalPartition(),
                REPLAY + keyOf(message),
                message.value(),
                DeadLetterHeaders.forReplay(message.headers(), letter.failure().group()));
        kafka.send(again).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        // It is for once: the topic need not keep it.
        var over = new ProducerRecord<String, byte[]>(again.topic(), again.partition(), again.key(), null);
        kafka.send(over).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        // A crash here leaves it on the list; to be replayed twice does no harm, as consumers are idempotent.
        var mark = new ProducerRecord<String, byte[]>(
                topic, partition, message.key(), null, DeadLetterHeaders.markOf(offset));
        kafka.send(mark).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        log.info(
                "Replayed {}-{}@{} for {}",
                topic,
                partition,
                offset,
                letter.failure().group());
        return letter;
    }

    /** The aggregate's id, also of what failed again. */
    static @Nullable String keyOf(ConsumerRecord<String, byte[]> message) {
        var key = message.key();
        return key != null && key.startsWith(REPLAY) ? key.substring(REPLAY.length()) : key;
    }

    private @Nullable ConsumerRecord<String, byte[]> message(String topic, int partition, long offset) {
        if (!topics().contains(topic)) {
            return null;
        }
        try (var consumer = consumer()) {
            var there = partitions(consumer, topic).stream()
                    .filter(known -> known.partition() == partition)
                    .toList();
            return waiting(consumer, there).stream()
                    .filter(message -> message.offset() == offset)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
        var known = consumer.partitionsFor(topic, PATIENCE);
        return known == null
                ? List.of()
                : known.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .sorted(Comparator.comparingInt(TopicPartition::partition))
                        .toList();
    }

    /** Reads the partitions to their present end and leaves out what has been replayed. */
    private Collection<ConsumerRecord<String, byte[]>> waiting(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        var groups = groups();
        var ends = consumer.endOffsets(partitions, PATIENCE);
        var waiting = new TreeMap<Place, ConsumerRecord<String, byte[]>>();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition, PATIENCE) < ends.getOrDefault(partition, 0L))) {
            for (var message : consumer.poll(PATIENCE)) {
                var replayed = DeadLetterHeaders.replayedOffset(message.headers());
                if (replayed != null) {
                    waiting.remove(new Place(message.partition(), replayed));
                } else if (groups.contains(DeadLetterHeaders.group(message))) {
                    waiting.put(new Place(message.partition(), message.offset()), message);
                }
            }
        }
        return waiting.values();
    }

    private Set<String> groups() {
        return listeners.getListenerContainers().stream()
                .map(listener -> String.valueOf(listener.getGroupId()))
                .collect(Collectors.toSet());
    }

    private Consumer<String, byte[]> consumer() {
        var properties = new Properties();
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        return consumers.createConsumer(null, null, "-dead-letters", properties);
    }

    private record Place(int partition, long offset) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return Comparator.comparingInt(Place::partition)
                    .thenComparingLong(Place::offset)
                    .compare(this, other);
        }
    }
}
