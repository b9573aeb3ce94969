package ma.maydan.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.testkit.backends.AsyncApiDocument;
import ma.maydan.testkit.backends.Topics.Message;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs last: {@code docs/asyncapi.yaml} describes all that the other tests made the services publish. */
@Isolated
@Order(Integer.MAX_VALUE)
class AsyncApiIT {

    @Test
    void everyEventThatWasPublishedIsDescribed() {
        var document = AsyncApiDocument.read();
        var broker = Portal.running().stack().url("kafka");

        for (var topic : document.topics()) {
            var messages = read(broker, topic);
            // Nobody need have registered for an event; all else comes with the demo data.
            assertThat(messages.isEmpty() && !topic.equals("maydan.registrations"))
                    .as(topic + " is empty")
                    .isFalse();
            assertThat(messages)
                    .allSatisfy(message ->
                            assertThat(document.missing(topic, message)).isEmpty());
        }
    }

    private static List<Message> read(String broker, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "allow.auto.create.topics", false);
        var messages = new ArrayList<Message>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (var read : consumer.poll(Duration.ofSeconds(1))) {
                    if (read.value() == null) {
                        continue;
                    }
                    var headers = new HashMap<String, String>();
                    read.headers()
                            .forEach(header ->
                                    headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                    messages.add(new Message(read.key(), read.value(), headers));
                }
            }
        }
        return messages;
    }
}
