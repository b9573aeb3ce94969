package ma.maydan.starter.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes what is due and has it done, each kind on its own, so that none waits for a slow one. What fails is tried again
 * after 1, 2, 4 seconds and so on, at most ten minutes apart, {@value #ATTEMPTS} times.
 */
public final class Workers implements SmartLifecycle {

    static final int ATTEMPTS = 20;

    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    private static final long POLL_MILLIS = 1_000;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
    private static final int FAULT_LENGTH = 500;

    private final WorkStore store;
    private final Clock clock;
    private final List<Line> lines;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;

    public Workers(WorkStore store, Clock clock, List<WorkHandler> handlers) {
        this.store = store;
        this.clock = clock;
        this.lines = handlers.stream().map(Line::new).toList();
        store.onDue(this::wake);
    }

    @Override
    public void start() {
        var loop = Thread.ofPlatform().name("due-work").unstarted(this::run);
        thread = loop;
        loop.start();
    }

    /** Takes nothing more, and lets what has begun end; what does not within 15 seconds is for who takes it next. */
    @Override
    public void stop() {
        thread = null;
        wake();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        for (var line : lines) {
            try {
                if (!line.free.tryAcquire(line.handler.together(), end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    log.warn("Work of kind {} has not ended", line.handler.kind());
                } else {
                    line.free.release(line.handler.together());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    private void run() {
        while (Thread.currentThread() == thread) {
            try {
                for (var line : lines) {
                    line.take();
                }
            } catch (RuntimeException e) {
                log.warn("What is due waits: {}", e.toString());
            }
            try {
                if (woken.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Those of one kind. */
    private final class Line {

        private final WorkHandler handler;
        private final Semaphore free;
        private volatile boolean more;
        private Instant minute = Instant.MIN;
        private int begun;

        private Line(WorkHandler handler) {
            this.handler = handler;
            this.free = new Semaphore(handler.together());
        }

        private void take() {
            var room = Math.min(free.availablePermits(), left());
            if (room == 0) {
                return;
            }
            var due = store.due(handler.kind(), room);
            more = due.size() == room;
            for (var work : due) {
                var claimed = store.claim(work, handler.lease());
                if (claimed.isPresent()) {
                    begun++;
                    free.acquireUninterruptibly();
                    Thread.ofVirtual().name("work " + work.id()).start(() -> perform(claimed.get()));
                }
            }
        }

        /** How many more may be begun in this minute. */
        private int left() {
            var now = clock.instant();
            if (!now.isBefore(minute)) {
                minute = now.plus(ONE_MINUTE);
                begun = 0;
            }
            return handler.perMinute() - begun;
        }

        private void perform(Work work) {
            var held = new Held(work);
            try {
                attempt(held);
            } catch (RuntimeException e) {
                // Its lease runs out, and it is taken again.
                log.warn("{} is left as it is: {}", work.id(), e.toString());
            } finally {
                free.release();
                if (more && free.availablePermits() * 2 >= handler.together()) {
                    wake();
                }
            }
        }

        private void attempt(Held held) {
            try {
                handler.run(held.work, held);
            } catch (FinalFailureException e) {
                fail(held.work, e);
                return;
            } catch (Exception e) {
                if (held.work.attempts() >= ATTEMPTS) {
                    fail(held.work, e);
                } else {
                    log.info(
                            "{} is tried again, after {} times: {}",
                            held.work.id(),
                            held.work.attempts(),
                            e.toString());
                    store.again(held.work, clock.instant().plus(pause(held.work.attempts())), fault(e));
                }
                return;
            }
            if (!store.done(held.work)) {
                log.warn("{} took longer than its lease", held.work.id());
            }
        }

        private void fail(Work work, Exception e) {
            log.error("{} has failed and is for an operator to look at", work.id(), e);
            store.fail(work, fault(e));
        }

        /** A piece of work and how long it is one's own. */
        private final class Held implements WorkHandler.Lease {

            private Work work;

            private Held(Work work) {
                this.work = work;
            }

            @Override
            public void keep(BsonDocument progress) {
                work = store.keep(work, handler.lease(), progress)
                        .orElseThrow(() -> new IllegalStateException("Another instance has " + work.id()));
            }
        }
    }

    /** So long after so many times, give or take a fifth, so that those that failed together do not come together. */
    static Duration pause(int attempts) {
        var doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
        var pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        return Duration.ofMillis(
                (long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }

    private static String fault(Exception e) {
        var text = e.toString();
        return text.length() <= FAULT_LENGTH ? text : text.substring(0, FAULT_LENGTH);
    }
}
