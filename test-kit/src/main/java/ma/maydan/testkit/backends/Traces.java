package ma.maydan.testkit.backends;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Looks for somebody in all that is kept: every field of every document, every message of every topic. */
public final class Traces {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Traces() {}

    /** Where a database has one of these texts, also as a part or in bytes: collection, field. */
    public static List<String> in(MongoDatabase database, String... texts) {
        var found = new TreeSet<String>();
        for (var collection : database.listCollectionNames()) {
            for (var document :
                    database.getCollection(collection, BsonDocument.class).find()) {
                search(collection, document, texts, found);
            }
        }
        return List.copyOf(found);
    }

    private static void search(String at, BsonValue value, String[] texts, TreeSet<String> found) {
        switch (value) {
            case BsonDocument document ->
                document.forEach((name, part) -> {
                    search(at + "." + name, new BsonString(name), texts, found);
                    search(at + "." + name, part, texts, found);
                });
            case BsonArray items -> items.forEach(item -> search(at, item, texts, found));
            case BsonString text -> match(at, text.getValue(), texts, found);
            case BsonBinary bytes -> match(at, new String(bytes.getData(), StandardCharsets.UTF_8), texts, found);
            default -> {}
        }
    }

    private static void match(String at, String value, String[] texts, TreeSet<String> found) {
        if (Stream.of(texts).anyMatch(value::contains)) {
            found.add(at);
        }
    }

    /** Where the topics of a broker have one of these texts, in a key, a header or the data: topic, type of the event. */
    public static List<String> inTopics(String bootstrap, String... texts) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "allow.auto.create.topics", false);
        var found = new TreeSet<String>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = new ArrayList<TopicPartition>();
            consumer.listTopics(PATIENCE).forEach((topic, known) -> {
                if (!topic.startsWith("__")) {
                    known.forEach(one -> partitions.add(new TopicPartition(topic, one.partition())));
                }
            });
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                for (var message : consumer.poll(Duration.ofMillis(500))) {
                    match(message, texts, found);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void match(ConsumerRecord<byte[], byte[]> message, String[] texts, TreeSet<String> found) {
        var type = message.headers().lastHeader("ce_type");
        var at = message.topic() + " " + (type == null ? "" : new String(type.value(), StandardCharsets.UTF_8));
        match(at, text(message.key()), texts, found);
        match(at, text(message.value()), texts, found);
        message.headers().forEach(header -> match(at, text(header.value()), texts, found));
    }

    private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
