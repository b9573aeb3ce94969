package ma.maydan.starter.erasure;

import java.time.Clock;
import java.util.List;
import ma.maydan.starter.messaging.EventReader;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.WorkStore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Hears of erasures. The topic is the ledger: read again from its beginning, all of them are carried out again.
 */
final class ErasureListener {

    static final String TOPIC = "maydan.erasures";

    private static final String COMPLETED = "ma.maydan.erasure.completed.v1";
    private static final String CARRIED_OUT = "ma.maydan.erasure.carried_out.v1";

    private final ReceiptStore receipts;
    private final WorkStore work;
    private final EventReader reader;
    private final Clock clock;
    private final List<Receipts> followers;

    ErasureListener(ReceiptStore receipts, WorkStore work, EventReader reader, Clock clock, List<Receipts> followers) {
        this.followers = followers;
        this.receipts = receipts;
        this.work = work;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * @param fingerprint of the person
     * @param person whom to erase, until every service has
     */
    record Order(
            String id,
            String status,
            String fingerprint,
            @Nullable String person) {}

    private record Carried(String erasure, String service) {}

    @KafkaListener(topics = TOPIC)
    void on(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message);
        // The order, or what has been told since of an order that is not completed.
        if (event.data().hasNonNull("person")) {
            var order = event.dataAs(Order.class);
            receipts.note(order.id, order.fingerprint);
            var who = new BsonDocument(Erasing.One.PERSON, new BsonString(String.valueOf(order.person)));
            work.put(new Due(Erasing.One.WORK, order.id, clock.instant().plus(ErasureGate.CLOSING), who), 1);
        } else if (event.type().equals(COMPLETED)) {
            var done = event.dataAs(Order.class);
            receipts.note(done.id, done.fingerprint);
            work.put(Due.at(Erasing.Again.WORK, "all", clock.instant()), clock.millis());
        } else if (event.type().equals(CARRIED_OUT)) {
            var carried = event.dataAs(Carried.class);
            followers.forEach(follower -> follower.carriedOut(carried.erasure, carried.service));
        }
    }
}
