package ma.maydan.testkit.backends;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestBackendsTest {

    @Test
    void theDatabaseKeepsWhatTheDriverWrites() {
        try (MongoClient client = MongoClients.create(TestBackends.mongoUri())) {
            var words = client.getDatabase("backends").getCollection("words");
            words.insertOne(new Document("_id", "square").append("ar", "ميدان"));
            assertThat(words.find(new Document("_id", "square")).first()).containsEntry("ar", "ميدان");
        }
    }

    @Test
    void aRecordSurvivesTheKillOfTheBroker() throws Exception {
        String topic = "backends";
        String bootstrap = TestBackends.kafkaBootstrap();
        send(bootstrap, topic, "before");

        TestBackends.kafka().kill();
        TestBackends.kafka().start();
        send(bootstrap, topic, "after");

        assertThat(TestBackends.kafkaBootstrap()).isEqualTo(bootstrap);
        assertThat(read(bootstrap, topic, 2)).containsExactlyInAnyOrder("before", "after");
    }

    private static void send(String bootstrap, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value, value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(String bootstrap, String topic, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "group.id", "backends", "auto.offset.reset", "earliest");
        var values = new java.util.ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
