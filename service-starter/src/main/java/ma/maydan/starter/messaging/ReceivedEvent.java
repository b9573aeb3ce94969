package ma.maydan.starter.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A CloudEvent 1.0 as it came from Kafka in binary mode. A listener takes it with {@link EventReader}.
 *
 * @param type such as {@code ma.maydan.organization.verified.v1}
 * @param subject the aggregate's id
 * @param sequence the aggregate's version
 */
public record ReceivedEvent(String id, String type, String subject, long sequence, JsonNode data, JsonMapper mapper) {

    /**
     * Reads the data into a record; members that the record does not know are left out.
     *
     * @throws PoisonMessageException when a component that may not be null is missing, or of another type
     */
    public <T extends Record> T dataAs(Class<T> shape) {
        T read;
        try {
            read = mapper.treeToValue(data, shape);
        } catch (JacksonException e) {
            throw new PoisonMessageException("Event " + id + " does not fit " + shape.getSimpleName(), e);
        }
        for (var component : shape.getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !data.hasNonNull(component.getName())) {
                throw new PoisonMessageException("Event " + id + " lacks " + component.getName(), null);
            }
        }
        return read;
    }

    static ReceivedEvent of(ConsumerRecord<String, byte[]> message, JsonMapper mapper) {
        if (message.value() == null) {
            throw new PoisonMessageException("The message is empty", null);
        }
        try {
            return new ReceivedEvent(
                    header(message, "ce_id"),
                    header(message, "ce_type"),
                    header(message, "ce_subject"),
                    Long.parseLong(header(message, "ce_sequence")),
                    mapper.readTree(message.value()),
                    mapper);
        } catch (JacksonException | NumberFormatException e) {
            throw new PoisonMessageException("Not a CloudEvent of Maydan", e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null) {
            throw new PoisonMessageException("The header " + name + " is missing", null);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
