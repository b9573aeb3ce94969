package ma.maydan.starter.thing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import ma.maydan.starter.messaging.EventReader;
import ma.maydan.starter.messaging.PoisonMessageException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** This service's own group and that of another one, side by side. */
@Component
public class ThingListeners {

    public static final String OTHER_GROUP = "other-service";

    private final EventReader reader;
    private final List<Seen> own = new CopyOnWriteArrayList<>();
    private final List<Seen> other = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    ThingListeners(EventReader reader) {
        this.reader = reader;
    }

    public record Seen(
            String id, long sequence, String name, @Nullable String traceId) {}

    @KafkaListener(topics = "maydan.things")
    void own(ConsumerRecord<String, byte[]> message) {
        var seen = read(message);
        if (refused.contains(seen.name)) {
            throw new PoisonMessageException("Nobody wants " + seen.name, null);
        }
        own.add(seen);
    }

    @KafkaListener(topics = "maydan.things", groupId = OTHER_GROUP)
    void other(ConsumerRecord<String, byte[]> message) {
        other.add(read(message));
    }

    private Seen read(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message);
        var snapshot = event.dataAs(Thing.Snapshot.class);
        return new Seen(event.subject(), event.sequence(), snapshot.name(), MDC.get("traceId"));
    }

    /** What this service's group has seen of a thing. */
    public List<Seen> own(String id) {
        return own.stream().filter(seen -> seen.id.equals(id)).toList();
    }

    public List<Seen> other(String id) {
        return other.stream().filter(seen -> seen.id.equals(id)).toList();
    }

    public void refuse(String name) {
        refused.add(name);
    }

    public void accept(String name) {
        refused.remove(name);
    }
}
