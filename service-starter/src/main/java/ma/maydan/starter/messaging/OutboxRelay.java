package ma.maydan.starter.messaging;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/**
 * Publishes the outboxes, at least once and in order per aggregate: at once when a write wakes it, and once a second
 * for what a crash or an absent broker left. An event leaves its outbox only after the broker has acknowledged it.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long SWEEP_MILLIS = 1_000;
    private static final int BATCH = 200;

    private final Outbox outbox;
    private final KafkaTemplate<String, byte[]> kafka;
    private final String source;
    private volatile @Nullable Thread thread;

    OutboxRelay(Outbox outbox, KafkaTemplate<String, byte[]> kafka, String application) {
        this.outbox = outbox;
        this.kafka = kafka;
        this.source = "/" + application;
    }

    @Override
    public void start() {
        var relay = Thread.ofPlatform().name("outbox-relay").unstarted(this::run);
        thread = relay;
        relay.start();
    }

    /** Lets the batch under way end; what remains is the next start's. */
    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(15));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        var nextSweep = 0L;
        while (Thread.currentThread() == thread) {
            try {
                var now = System.nanoTime();
                if (now - nextSweep >= 0) {
                    for (var swept : outbox.sources()) {
                        publish(swept, null);
                    }
                    nextSweep = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SWEEP_MILLIS);
                }
                for (var hinted : awaitHints().entrySet()) {
                    publish(hinted.getKey(), hinted.getValue());
                }
            } catch (InterruptedException e) {
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                log.warn("Events could not be published and wait in their outboxes: {}", e.toString());
                nextSweep = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SWEEP_MILLIS);
            }
        }
    }

    private Map<Outbox.Source, Set<String>> awaitHints() throws InterruptedException {
        var drained = new ArrayList<Outbox.Hint>();
        var first = outbox.hints().poll(SWEEP_MILLIS / 4, TimeUnit.MILLISECONDS);
        if (first != null) {
            drained.add(first);
            outbox.hints().drainTo(drained, BATCH - 1);
        }
        var bySource = new LinkedHashMap<Outbox.Source, Set<String>>();
        for (var hint : drained) {
            bySource.computeIfAbsent(hint.source(), s -> new LinkedHashSet<>()).add(hint.id());
        }
        return bySource;
    }

    private void publish(Outbox.Source from, @Nullable Set<String> ids)
            throws InterruptedException, ExecutionException, TimeoutException {
        var waiting = from.documents()
                .find(ids == null ? exists("outbox.id") : in("_id", ids))
                .projection(Projections.include("outbox"))
                .limit(BATCH)
                .into(new ArrayList<>());
        var sent = new ArrayList<Sent>();
        for (var document : waiting) {
            var id = document.getString("_id").getValue();
            var entries = entries(document);
            if (!entries.isEmpty()) {
                sent.add(new Sent(
                        id,
                        entries.stream()
                                .map(entry -> entry.getString("id").getValue())
                                .toList(),
                        entries.stream()
                                .map(entry -> kafka.send(message(from.topic(), id, entry)))
                                .toList()));
            }
        }
        for (var one : sent) {
            CompletableFuture.allOf(one.results.toArray(CompletableFuture[]::new))
                    .get(30, TimeUnit.SECONDS);
            from.documents()
                    .updateOne(
                            eq("_id", one.id),
                            Updates.pullByFilter(new BsonDocument(
                                    "outbox", in("id", one.events).toBsonDocument())));
        }
    }

    private static List<BsonDocument> entries(BsonDocument document) {
        return document.getArray("outbox", new org.bson.BsonArray()).stream()
                .map(value -> value.asDocument())
                .sorted(Comparator.comparingLong(
                        entry -> entry.getInt64("sequence").getValue()))
                .toList();
    }

    private ProducerRecord<String, byte[]> message(String topic, String id, BsonDocument entry) {
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

    private record Sent(String id, List<String> events, List<CompletableFuture<SendResult<String, byte[]>>> results) {}
}
