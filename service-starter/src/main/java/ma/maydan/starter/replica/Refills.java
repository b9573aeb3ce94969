package ma.maydan.starter.replica;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Builds replicas anew from the first event of their topic: when a release keeps them in another shape, and when an
 * operator asks for it. What is asked for is kept, so that each partition is read once from its beginning whoever of
 * several instances listens to it, and whatever stops meanwhile.
 */
public final class Refills implements ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(Refills.class);
    private static final String ASKED = "asked";
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int TRIES = 60;

    private final MongoCollection<Document> refills;
    private final String group;

    /** @param group of the consumers that keep the replicas of this service */
    Refills(MongoDatabase database, String group) {
        this.refills = database.getCollection("refills");
        this.group = group;
    }

    /** Replicas that a topic feeds, in the shape of this number. */
    public Replicas of(String topic, int shape) {
        return new Replicas(this, topic, shape);
    }

    /** Replicas of one topic. */
    public record Replicas(Refills refills, String topic, int shape) {

        /** Asks for a refill if what the collection keeps is of an earlier shape. */
        public void require(String collection) {
            refills.require(topic, collection, shape);
        }
    }

    private void require(String topic, String collection, int shape) {
        var kept = "shapes." + collection;
        var known = refills.find(eq("_id", topic)).first();
        if (shape == 1 || known != null && known.getEmbedded(List.of("shapes", collection), 1) >= shape) {
            return;
        }
        create(topic);
        refills.updateOne(
                and(eq("_id", topic), or(eq(kept, null), lt(kept, shape))),
                Updates.combine(Updates.set(kept, shape), Updates.inc(ASKED, 1)));
    }

    /** Asks for one more; it is done when its partitions are assigned next. */
    void ask(String topic) {
        create(topic);
        refills.updateOne(eq("_id", topic), Updates.inc(ASKED, 1));
    }

    private void create(String topic) {
        refills.updateOne(eq("_id", topic), Updates.setOnInsert("created", true), new UpdateOptions().upsert(true));
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!consumer.groupMetadata().groupId().equals(group)) {
            return;
        }
        for (var tries = 1; ; tries++) {
            try {
                partitions.forEach(partition -> refill(consumer, partition));
                return;
            } catch (MongoException e) {
                if (tries == TRIES) {
                    throw e;
                }
                log.warn("Whether replicas are to be filled anew cannot be read: {}", e.toString());
                pause();
            }
        }
    }

    private void refill(Consumer<?, ?> consumer, TopicPartition partition) {
        var refill = refills.find(eq("_id", partition.topic())).first();
        var asked = refill == null ? 0 : refill.getInteger(ASKED, 0);
        var done = "done." + partition.partition();
        if (refill == null || refill.getEmbedded(List.of("done", "" + partition.partition()), 0) >= asked) {
            return;
        }
        log.info("Replicas are filled anew from {}", partition);
        consumer.seekToBeginning(List.of(partition));
        // Kept before it is said to be done: a crash between the two reads the partition once more.
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(consumer.position(partition))));
        refills.updateOne(eq("_id", partition.topic()), Updates.set(done, asked));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was asked for each topic, and up to which each partition has been read from its beginning since. */
    List<Document> list() {
        return refills.find().into(new ArrayList<>());
    }
}
