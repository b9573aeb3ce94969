package ma.maydan.incubators;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import ma.maydan.local.TestBackends;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/** What the service publishes, and what other services would. */
public final class Kafka {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBackends.kafkaBootstrap(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private static final Map<String, List<Message>> READ = new HashMap<>();

    private Kafka() {}

    /** A message as it stands in a topic. */
    public record Message(String key, String type, String sequence, String value) {
        public JsonNode data() {
            return Api.JSON.readTree(value);
        }
    }

    public static void publish(String topic, String key, String type, long sequence, String data) {
        var message = new ProducerRecord<String, byte[]>(topic, key, data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/test",
                        "ce_type",
                        type,
                        "ce_subject",
                        key,
                        "ce_sequence",
                        Long.toString(sequence))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(message);
    }

    public static void publishRaw(String topic, String key, String value) {
        send(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** The messages with this key so far, in the order of the topic. */
    public static List<Message> messages(String topic, String key) {
        return reader(topic).stream()
                .filter(message -> message.key().equals(key))
                .toList();
    }

    private static void send(ProducerRecord<String, byte[]> message) {
        try {
            PRODUCER.send(message).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized List<Message> reader(String topic) {
        return READ.computeIfAbsent(topic, Kafka::read);
    }

    private static List<Message> read(String topic) {
        var messages = new CopyOnWriteArrayList<Message>();
        Thread.ofPlatform().daemon().start(() -> {
            Map<String, Object> settings = Map.of(
                    "bootstrap.servers",
                    TestBackends.kafkaBootstrap(),
                    "group.id",
                    "test-" + topic,
                    "auto.offset.reset",
                    "earliest",
                    "metadata.max.age.ms",
                    1000);
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(topic));
                while (true) {
                    var batch = new ArrayList<Message>();
                    for (var read : consumer.poll(Duration.ofMillis(200))) {
                        var headers = new HashMap<String, String>();
                        read.headers()
                                .forEach(header ->
                                        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                        batch.add(new Message(
                                String.valueOf(read.key()),
                                headers.getOrDefault("ce_type", ""),
                                headers.getOrDefault("ce_sequence", ""),
                                new String(read.value(), StandardCharsets.UTF_8)));
                    }
                    messages.addAll(batch);
                }
            }
        });
        return messages;
    }
}
