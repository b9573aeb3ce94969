package ma.maydan.testkit.backends;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service publishes, and what other services would. */
public final class Topics {

    private static final JsonMapper JSON = new JsonMapper();
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBackends.kafkaBootstrap(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private static final Map<String, List<Message>> READ = new HashMap<>();
    private static final AsyncApiDocument DOCUMENT = AsyncApiDocument.read();
    private static final List<String> UNDOCUMENTED = new CopyOnWriteArrayList<>();
    /** The source of what a test publishes in another service's name. */
    private static final String TEST = "/test";

    private Topics() {}

    /** A message as it stands in a topic. */
    public record Message(String key, String value, Map<String, String> headers) {

        public String type() {
            return header("ce_type");
        }

        public String sequence() {
            return header("ce_sequence");
        }

        /** Empty when there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public JsonNode data() {
            return JSON.readTree(value);
        }
    }

    /** Publishes a CloudEvent and returns once the broker has it. */
    public static void publish(String topic, String subject, String type, long sequence, String data) {
        publish(topic, subject, data, headers(subject, type, sequence));
    }

    /** The headers of a good CloudEvent, to spoil one of them. */
    public static Map<String, String> headers(String subject, String type, long sequence) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", TEST);
        headers.put("ce_type", type);
        headers.put("ce_subject", subject);
        headers.put("ce_sequence", Long.toString(sequence));
        return headers;
    }

    /** Publishes any message and returns once the broker has it. */
    public static void publish(String topic, String key, String value, Map<String, String> headers) {
        var message = new ProducerRecord<String, byte[]>(topic, key, value.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, content) -> message.headers().add(name, content.getBytes(StandardCharsets.UTF_8)));
        try {
            PRODUCER.send(message).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The messages with this key so far, in the order of the topic.
     *
     * @throws AssertionError when a service has published what {@code docs/asyncapi.yaml} does not describe
     */
    public static List<Message> messages(String topic, String key) {
        if (!UNDOCUMENTED.isEmpty()) {
            throw new AssertionError(String.join("\n", UNDOCUMENTED));
        }
        return reader(topic).stream()
                .filter(message -> message.key().equals(key))
                .toList();
    }

    /** Whether a service, by its consumer group, has handled to the end whatever the topic holds by now. */
    public static boolean handled(String topic, String group) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestBackends.kafkaBootstrap()))) {
            var partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS)
                    .get(topic);
            if (partitions == null) {
                return false;
            }
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            partitions
                    .partitions()
                    .forEach(partition ->
                            latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
            var ends = admin.listOffsets(latest).all().get(30, TimeUnit.SECONDS);
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS);
            return ends.entrySet().stream().allMatch(end -> {
                var offset = committed.get(end.getKey());
                return (offset == null ? 0 : offset.offset()) >= end.getValue().offset();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAServices(String topic, Message message) {
        var source = message.header("ce_source");
        return !topic.endsWith(".dlt") && !source.isEmpty() && !source.equals(TEST);
    }

    private static synchronized List<Message> reader(String topic) {
        return READ.computeIfAbsent(topic, Topics::read);
    }

    private static List<Message> read(String topic) {
        var messages = new CopyOnWriteArrayList<Message>();
        Thread.ofPlatform().daemon().name("test-" + topic).start(() -> {
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
                        if (read.value() == null) {
                            continue;
                        }
                        var headers = new HashMap<String, String>();
                        read.headers()
                                .forEach(header ->
                                        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                        batch.add(new Message(
                                String.valueOf(read.key()), new String(read.value(), StandardCharsets.UTF_8), headers));
                    }
                    batch.stream()
                            .filter(message -> isAServices(topic, message))
                            .map(message -> DOCUMENT.missing(topic, message))
                            .filter(missing -> !missing.isEmpty())
                            .forEach(UNDOCUMENTED::add);
                    messages.addAll(batch);
                }
            }
        });
        return messages;
    }
}
