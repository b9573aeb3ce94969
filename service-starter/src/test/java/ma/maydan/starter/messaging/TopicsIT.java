package ma.maydan.starter.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import ma.maydan.starter.TestService;
import ma.maydan.testkit.backends.TestBackends;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

class TopicsIT {

    private final TestService service = TestService.shared();
    private final KafkaAdmin admin = service.bean(KafkaAdmin.class);
    private final String topic = "maydan.cleaned-" + UUID.randomUUID();

    @SuppressWarnings("unchecked")
    private final KafkaTemplate<String, byte[]> kafka = service.bean(KafkaTemplate.class);

    @Test
    void whatALaterStateDoesNotSayIsGoneFromATopicWhereNothingElseHappens() {
        var topics = new Topics(admin, Duration.ofSeconds(1), Duration.ofDays(1));
        topics.ensure(topic);
        send("a", "ann is a member");
        send("b", "ben is a member");
        send("a", "nobody is a member");

        var outbox = new Outbox(Clock.systemUTC(), new JsonMapper(), null);
        outbox.source(
                service.bean(MongoDatabase.class).getCollection("cleaned", BsonDocument.class),
                topic,
                (source, id) -> Optional.empty());
        var marks = new TopicMarks(outbox, kafka, topics);

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    marks.mark();
                    return !read().contains("ann is a member");
                });
        assertThat(read()).contains("ben is a member", "nobody is a member");
    }

    @Test
    void deadLettersAreKeptForDaysAndNotForEver() {
        var topics = new Topics(admin, Duration.ofDays(1), Duration.ofDays(30));
        topics.ensure(topic + DeadLetters.SUFFIX);

        assertThat(configOf(topic + DeadLetters.SUFFIX))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000");
    }

    /** As an earlier release made them. */
    @Test
    void aTopicThatKeptEverythingIsCompactedFromNowOn() {
        admin.createOrModifyTopics(
                TopicBuilder.name(topic).config("retention.ms", "-1").build());

        new Topics(admin, Duration.ofDays(1), Duration.ofDays(30)).ensure(topic);

        assertThat(configOf(topic))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("max.compaction.lag.ms", "86400000");
    }

    private Map<String, String> configOf(String name) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            var values = new HashMap<String, String>();
            var found = client.describeConfigs(List.of(resource)).all().get().values();
            found.forEach(config -> config.entries().forEach(entry -> values.put(entry.name(), entry.value())));
            return values;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String key, String value) {
        kafka.send(topic, key, value.getBytes(StandardCharsets.UTF_8)).join();
    }

    private List<String> read() {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestBackends.kafkaBootstrap());
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(read -> {
                    if (read.value() != null) {
                        values.add(read.value());
                    }
                });
            }
        }
        return values;
    }
}
