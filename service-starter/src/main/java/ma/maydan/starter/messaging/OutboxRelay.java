package ma.maydan.starter.messaging;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.toCollection;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import ma.maydan.starter.schedule.WorkStore;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/**
 * Publishes the events of the outboxes, at least once and in order per aggregate, and hands on the work: at once when a
 * write wakes it, and once a second for what a crash or an absent broker left. An event leaves its outbox only after the broker has acknowledged it.
 *
 * <p>Two instances may read one outbox at the same time and publish it twice, one behind the other: an event can then
 * come again after a later one. Its sequence number tells the consumers; {@link Overtaken} sees to the topic.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long SWEEP_MILLIS = 1_000;
    private static final int BATCH = 200;
    private static final int REMEMBERED = 20_000;
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);
    private static final String WAITING = "Events could not be published and wait in their outboxes: {}";

    private final Outbox outbox;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Topics topics;
    private final WorkStore work;
    private final String source;
    private final Overtaken overtaken;
    /** What was published last: the sweep may find a new document before its hint comes. */
    private final Set<String> published = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    private volatile @Nullable Thread thread;

    OutboxRelay(Outbox outbox, KafkaTemplate<String, byte[]> kafka, Topics topics, WorkStore work, String application) {
        this.outbox = outbox;
        this.kafka = kafka;
        this.topics = topics;
        this.work = work;
        this.source = "/" + application;
        this.overtaken = new Overtaken(kafka, source);
    }

    @Override
    public void start() {
        var relay = Thread.ofPlatform().name("outbox-relay").unstarted(this::run);
        thread = relay;
        relay.start();
    }

    /** Lets the batch under way end and publishes what the last requests wrote; what remains is the next start's. */
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

    /** Starts before the web server and stops after it, so that it publishes what the requests in flight write. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        var nextSweep = System.nanoTime();
        while (isMine()) {
            try {
                if (System.nanoTime() - nextSweep >= 0) {
                    sweep();
                    nextSweep = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SWEEP_MILLIS);
                }
                publishHinted(outbox.hints().poll(SWEEP_MILLIS / 4, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn(WAITING, e.toString());
                nextSweep = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SWEEP_MILLIS);
            }
        }
        try {
            publishHinted(outbox.hints().poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn(WAITING, e.toString());
        }
    }

    private boolean isMine() {
        return Thread.currentThread() == thread;
    }

    private void sweep() throws InterruptedException {
        for (var source : outbox.sources()) {
            var more = true;
            while (more && isMine()) {
                var waiting = read(source, exists("outbox.id"));
                more = publish(source, waiting) && waiting.size() == BATCH;
            }
        }
    }

    private void publishHinted(Outbox.@Nullable Hint first) throws InterruptedException {
        if (first == null) {
            return;
        }
        var drained = new ArrayList<>(List.of(first));
        outbox.hints().drainTo(drained, BATCH - 1);
        var bySource = new LinkedHashMap<Outbox.Source, Map<String, Outbox.Hint>>();
        for (var hint : drained) {
            // Two hints of one document: more than its first event, so its outbox is read.
            bySource.computeIfAbsent(hint.source(), s -> new LinkedHashMap<>())
                    .merge(hint.id(), hint, (one, other) -> new Outbox.Hint(one.source(), one.id(), null));
        }
        for (var hinted : bySource.entrySet()) {
            publish(hinted.getKey(), waiting(hinted.getKey(), hinted.getValue().values()));
        }
    }

    /** What waits in the documents of the hints; those that say it themselves are not read. */
    private List<Waiting> waiting(Outbox.Source from, Collection<Outbox.Hint> hints) {
        var waiting = new ArrayList<Waiting>();
        var unread = new ArrayList<String>();
        for (var hint : hints) {
            var all = hint.all();
            if (all == null) {
                unread.add(hint.id());
            } else if (!published.contains(Waiting.idOf(all.getFirst()))) {
                waiting.add(new Waiting(hint.id(), all));
            }
        }
        if (!unread.isEmpty()) {
            waiting.addAll(read(from, in("_id", unread)));
        }
        return waiting;
    }

    private List<Waiting> read(Outbox.Source from, Bson filter) {
        return Waiting.read(from, filter, BATCH, source);
    }

    /** Publishes a batch; false when some of it could not be. */
    private boolean publish(Outbox.Source from, List<Waiting> batch) throws InterruptedException {
        var waiting = batch.stream().filter(one -> !one.entries().isEmpty()).toList();
        if (waiting.isEmpty()) {
            return true;
        }
        // Work does not wait for the broker.
        var acknowledged = waiting.stream().flatMap(one -> ask(one).stream()).collect(toCollection(ArrayList::new));
        Exception failure = null;
        try {
            topics.ensure(from.topic());
            failure = send(from, waiting, acknowledged);
        } catch (KafkaException e) {
            failure = e;
        } finally {
            remove(from, acknowledged);
        }
        if (failure != null) {
            log.warn(WAITING, failure.toString());
        }
        return failure == null;
    }

    /** Hands on the work that a document asks for; empty when it asks for none. */
    private Optional<Sent> ask(Waiting waiting) {
        var asked = waiting.entries().stream().filter(DueWork::is).toList();
        asked.forEach(entry ->
                work.put(DueWork.decode(entry), entry.getInt64("sequence").getValue()));
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Sent(waiting.id(), asked.stream().map(Waiting::idOf).toList(), 0, DONE));
    }

    /** Sends the events; what kept some of them, null when all have been acknowledged. */
    private @Nullable Exception send(Outbox.Source from, List<Waiting> waiting, List<Sent> acknowledged)
            throws InterruptedException {
        var sent = new ArrayList<Sent>();
        Exception failure = null;
        for (var one : waiting) {
            try {
                sent.add(send(from, one));
            } catch (KafkaException e) {
                failure = e;
                if (e.contains(org.apache.kafka.common.errors.TimeoutException.class)) {
                    // The broker is away; what it has accepted so far still counts.
                    break;
                }
            }
        }
        for (var one : sent) {
            try {
                one.acknowledged.get(30, TimeUnit.SECONDS);
                acknowledged.add(one);
            } catch (ExecutionException | TimeoutException e) {
                // One that the broker does not take must not hold up the others.
                failure = e;
            }
        }
        return failure;
    }

    /** Takes what is published out of its outboxes, all in one write. */
    private void remove(Outbox.Source from, List<Sent> sent) throws InterruptedException {
        if (sent.isEmpty()) {
            return;
        }
        var ids = sent.stream().map(Sent::id).collect(Collectors.toSet());
        var events = sent.stream().flatMap(one -> one.events.stream()).toList();
        var emptied = from.documents()
                .updateMany(
                        in("_id", ids),
                        Updates.pullByFilter(
                                new BsonDocument("outbox", in("id", events).toBsonDocument())));
        published.addAll(events);
        if (emptied.getModifiedCount() < ids.size()) {
            for (var one : sent) {
                if (one.sequence > 0) {
                    overtaken.catchUp(from, one.id, one.sequence);
                }
            }
        }
    }

    private Sent send(Outbox.Source from, Waiting waiting) {
        var events = new ArrayList<String>();
        var results = new ArrayList<CompletableFuture<SendResult<String, byte[]>>>();
        var latest = 0L;
        for (var entry : waiting.entries()) {
            if (!DueWork.is(entry)) {
                events.add(Waiting.idOf(entry));
                latest = entry.getInt64("sequence").getValue();
                results.add(kafka.send(EventMessage.of(from.topic(), waiting.id(), entry, source)));
            }
        }
        return new Sent(
                waiting.id(), events, latest, CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)));
    }

    /**
     * @param events the ids of the entries
     * @param sequence of the latest event among them; 0 where they are work alone
     */
    private record Sent(String id, List<String> events, long sequence, CompletableFuture<Void> acknowledged) {}
}
