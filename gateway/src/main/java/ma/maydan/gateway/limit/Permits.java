package ma.maydan.gateway.limit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.starter.mongo.IndexBuilds;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts the requests of every client in windows of time, one minute by default, that all replicas share, in the collection
 * {@code windows}. A replica takes permits from the shared window in batches of a twentieth of the limit, so a client
 * that uses all it may costs twenty writes and not hundreds; what it takes and does not use is lost with the window,
 * so a client is never let through more often than the limit, and may be stopped a twentieth a replica early. When
 * the database does not answer everybody is let through.
 */
@Component
class Permits {

    private static final Logger log = LoggerFactory.getLogger(Permits.class);
    private static final int BATCHES = 20;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final MongoCollection<Document> windows;
    private final Duration length;
    private final Clock clock;
    private final ConcurrentMap<Client, Window> local = new ConcurrentHashMap<>();
    private volatile Instant aloneUntil = Instant.MIN;
    private boolean indexed;

    Permits(MongoDatabase database, GatewaySettings settings, Clock clock) {
        this.length = settings.rateLimits().window();
        this.windows = database.getCollection("windows").withWriteConcern(WriteConcern.W1);
        this.clock = clock;
    }

    /**
     * How a request fared.
     *
     * @param remaining how many more the window has at the least
     * @param refused how many this replica has refused in the window, with this one
     * @param reset until the window is over
     */
    record Outcome(boolean allowed, int remaining, int refused, Duration reset) {}

    /** Takes one permit. */
    Outcome take(Client client, int limit) {
        var now = clock.instant();
        var number = now.getEpochSecond() / length.toSeconds();
        var window = local.compute(
                client, (key, current) -> current == null || current.number != number ? new Window(number) : current);
        var reset = Duration.between(now, Instant.ofEpochSecond((number + 1) * length.toSeconds()));
        return window.take(client, limit, reset);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    synchronized void sweep() {
        var now = clock.instant();
        var current = now.getEpochSecond() / length.toSeconds();
        local.values().removeIf(window -> window.number < current);
        if (!indexed) {
            IndexBuilds.on(windows).createIndex(Indexes.ascending("endsAt"));
            indexed = true;
        }
        windows.deleteMany(lt("endsAt", Date.from(now)));
    }

    /** This replica's share of a client's window. */
    private final class Window {

        private final long number;
        private int inHand;
        private int leftForAll = Integer.MAX_VALUE;
        private int refused;

        Window(long number) {
            this.number = number;
        }

        synchronized Outcome take(Client client, int limit, Duration reset) {
            if (inHand == 0 && leftForAll > 0) {
                fetch(client, limit);
            }
            if (inHand == 0) {
                refused++;
                return new Outcome(false, 0, refused, reset);
            }
            inHand--;
            return new Outcome(true, Math.min(limit, inHand + leftForAll), refused, reset);
        }

        private void fetch(Client client, int limit) {
            var batch = Math.max(1, limit / BATCHES);
            if (clock.instant().isBefore(aloneUntil)) {
                letThrough(batch, limit);
                return;
            }
            try {
                var taken = windows.findOneAndUpdate(
                        eq("_id", client.kind() + ":" + client.id() + ":" + number),
                        Updates.combine(
                                Updates.inc("taken", batch),
                                Updates.set(
                                        "endsAt", Date.from(Instant.ofEpochSecond((number + 1) * length.toSeconds())))),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
                var before = taken == null ? 0 : taken.getInteger("taken") - batch;
                inHand = Math.clamp((long) limit - before, 0, batch);
                leftForAll = Math.max(0, limit - before - batch);
            } catch (MongoException e) {
                aloneUntil = clock.instant().plus(AFTER_FAILURE);
                log.warn("Requests are not counted: {}", e.getMessage());
                letThrough(batch, limit);
            }
        }

        private void letThrough(int batch, int limit) {
            inHand = batch;
            leftForAll = limit;
        }
    }
}
