package ma.maydan.starter.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;

/** An entry of an outbox as a CloudEvent 1.0 in Kafka's binary mode. */
final class EventMessage {

    private EventMessage() {}

    /**
     * @param source of the event, such as {@code /events-service}
     * @throws org.bson.BsonInvalidOperationException when the entry cannot be read
     */
    static ProducerRecord<String, byte[]> of(String topic, String id, BsonDocument entry, String source) {
        var message = new ProducerRecord<String, byte[]>(
                topic, id, entry.getString("data").getValue().getBytes(StandardCharsets.UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", entry.getString("id").getValue());
        header(message, "ce_source", source);
        header(message, "ce_type", entry.getString("type").getValue());
        header(message, "ce_subject", id);
        header(
                message,
                "ce_time",
                Instant.ofEpochMilli(entry.getDateTime("time").getValue()).toString());
        header(message, "ce_sequence", Long.toString(entry.getInt64("sequence").getValue()));
        header(message, "content-type", "application/json");
        if (entry.containsKey("traceparent")) {
            header(message, "traceparent", entry.getString("traceparent").getValue());
        }
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
