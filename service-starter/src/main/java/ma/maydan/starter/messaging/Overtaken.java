package ma.maydan.starter.messaging;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Two instances can publish one outbox at the same time, and the slower one an earlier event behind a later one. In a
 * compacted topic the earlier would be all that stays: so who finds that another was faster tells of the present state
 * once more, behind whatever it has published.
 */
final class Overtaken {

    private static final Logger log = LoggerFactory.getLogger(Overtaken.class);
    private static final int PATIENCE = 30;

    private final KafkaTemplate<String, byte[]> kafka;
    private final String application;

    Overtaken(KafkaTemplate<String, byte[]> kafka, String application) {
        this.kafka = kafka;
        this.application = application;
    }

    /** @param told the sequence of the latest event of the document that this process has published */
    void catchUp(Outbox.Source from, String id, long told) throws InterruptedException {
        try {
            var last = told;
            var present = from.present(id).orElse(null);
            while (present != null && sequence(present) > last) {
                send(EventMessage.of(from.topic(), id, present, application));
                last = sequence(present);
                present = from.present(id).orElse(null);
            }
            if (present == null && from.isDeleted(id)) {
                send(new ProducerRecord<>(from.topic(), id, null));
            }
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            log.error("{} of {} may be told of in an earlier state than it is in", id, from.topic(), e);
        }
    }

    private static long sequence(BsonDocument event) {
        return event.getInt64("sequence").getValue();
    }

    private void send(ProducerRecord<String, byte[]> message)
            throws InterruptedException, ExecutionException, TimeoutException {
        kafka.send(message).get(PATIENCE, TimeUnit.SECONDS);
    }
}
