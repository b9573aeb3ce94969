package ma.maydan.gateway.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;

/** So many at once for each client; whoever comes when they are all taken waits a little. */
public final class Turns {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final int atOnce;
    private final Duration patience;
    private final ConcurrentMap<Client, Queue> queues = new ConcurrentHashMap<>();

    /** @param patience how long one waits for a turn */
    public Turns(int atOnce, Duration patience) {
        this.atOnce = atOnce;
        this.patience = patience;
    }

    /** Ends once, however often it is closed. */
    public final class Turn implements AutoCloseable {

        private final Client client;
        private final Queue queue;
        private boolean over;

        private Turn(Client client, Queue queue) {
            this.client = client;
            this.queue = queue;
        }

        @Override
        public void close() {
            if (!over) {
                over = true;
                queue.free.release();
                leave(client);
            }
        }
    }

    /** @throws RefusedException 429 when none becomes free in time */
    public Turn take(Client client) {
        var queue = join(client);
        try {
            if (queue.free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Turn(client, queue);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leave(client);
        throw new RefusedException(Refusal.quotaExceeded(SOON));
    }

    private Queue join(Client client) {
        return queues.compute(client, (key, known) -> {
            var queue = known == null ? new Queue(new Semaphore(atOnce, true), 0) : known;
            return new Queue(queue.free, queue.people + 1);
        });
    }

    private void leave(Client client) {
        queues.computeIfPresent(
                client, (key, queue) -> queue.people == 1 ? null : new Queue(queue.free, queue.people - 1));
    }

    private record Queue(Semaphore free, int people) {}
}
