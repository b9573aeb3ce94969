package ma.maydan.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** An event as it stands in a topic of the running portal. */
record Published(String key, String type, long sequence, String traceparent) {

    /** What topics hold: whoever reads it in them must not run beside whoever has them cleaned. */
    static final String RESOURCE = "published";

    /** All that a topic holds by now. */
    static List<Published> in(Portal portal, String topic) {
        var settings =
                Map.<String, Object>of("bootstrap.servers", portal.stack().url("kafka"), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<Published>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end(ends, partition))) {
                for (var message : consumer.poll(Duration.ofMillis(500))) {
                    // What has no value is a mark, and no event.
                    if (message.value() != null) {
                        found.add(new Published(
                                message.key(),
                                header(message.headers(), "ce_type"),
                                Long.parseLong(header(message.headers(), "ce_sequence")),
                                header(message.headers(), "traceparent")));
                    }
                }
            }
            return found;
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
