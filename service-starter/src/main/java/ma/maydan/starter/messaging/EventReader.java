package ma.maydan.starter.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns Kafka messages into events. */
public final class EventReader {

    private final JsonMapper mapper;

    EventReader(JsonMapper mapper) {
        // Another service may add members to its events at any time.
        this.mapper = mapper.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /**
     * @throws PoisonMessageException when the message is not a CloudEvent of Maydan; it goes to the dead letters
     */
    public ReceivedEvent read(ConsumerRecord<String, byte[]> message) {
        return ReceivedEvent.of(message, mapper);
    }
}
