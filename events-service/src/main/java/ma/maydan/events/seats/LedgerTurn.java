package ma.maydan.events.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The changes that this process makes to one ledger. Those that come at the same time are written together, in the
 * order in which they came, and so a thousand requests for one event need far fewer than a thousand writes. The write
 * counts only if the ledger is still the one that it was made from, whichever process changed it.
 */
final class LedgerTurn {

    /** Reads and writes the ledger. */
    interface Storage {
        @Nullable
        SeatLedger read();

        /** False, and nothing is written, when the ledger is not {@code before} any more; else what is written. */
        Optional<SeatLedger> replace(SeatLedger before, SeatLedger after);
    }

    /** A ledger grows by what is under way: no more than this at once. */
    private static final int TOGETHER = 100;

    private final Storage storage;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiting<?>> requests = new ConcurrentLinkedQueue<>();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();
    private volatile @Nullable SeatLedger known;
    /** Guarded by the map of the turns. */
    private int users;

    LedgerTurn(Storage storage) {
        this.storage = storage;
    }

    private static final class Waiting<R> {
        private final Function<SeatLedger, Outcome<R>> rule;
        private Optional<R> result = Optional.empty();
        private @Nullable RuntimeException failure;
        private boolean done;

        private Waiting(Function<SeatLedger, Outcome<R>> rule) {
            this.rule = rule;
        }

        private SeatLedger apply(SeatLedger ledger) {
            var outcome = rule.apply(ledger);
            result = Optional.of(outcome.result());
            return outcome.ledger();
        }
    }

    /** Changes the ledger by a rule, which may run again on a later state; empty when there is no ledger. */
    <R> Optional<R> change(Function<SeatLedger, Outcome<R>> rule) {
        var request = new Waiting<>(rule);
        requests.add(request);
        lock.lock();
        try {
            while (!request.done) {
                writeTogether();
            }
        } finally {
            lock.unlock();
        }
        if (request.failure != null) {
            throw request.failure;
        }
        return request.result;
    }

    /** A step that needs no booking: the next write takes it out of the ledger. */
    void finished(String stepId) {
        finished.add(stepId);
    }

    boolean hasFinished() {
        return !finished.isEmpty();
    }

    /** Whether, as far as this process knows, somebody waits while a seat is free. */
    boolean hasSeatsToGive(Instant now) {
        var ledger = known;
        return ledger != null && ledger.hasSeatsToGive(now);
    }

    void enter() {
        users++;
    }

    /** Whether nobody needs it any more. */
    boolean leave() {
        users--;
        return users == 0 && finished.isEmpty();
    }

    private void writeTogether() {
        var batch = new ArrayList<Waiting<?>>();
        for (var next = requests.poll(); next != null; next = batch.size() < TOGETHER ? requests.poll() : null) {
            batch.add(next);
        }
        try {
            var written = false;
            while (!written) {
                written = tryWrite(batch);
            }
        } catch (RuntimeException e) {
            known = null;
            batch.forEach(request -> request.failure = e);
        }
        batch.forEach(request -> request.done = true);
    }

    private boolean tryWrite(List<Waiting<?>> batch) {
        var cached = known;
        var before = cached == null ? storage.read() : cached;
        if (before == null) {
            finished.clear();
            return true;
        }
        var ended = List.copyOf(finished);
        var after = before.withoutSteps(ended);
        for (var request : batch) {
            after = request.apply(after);
        }
        if (after == before) {
            // A refusal counts only by a ledger that was just read: another process may have changed it.
            known = cached == null ? before : null;
            ended.forEach(finished::remove);
            return cached == null;
        }
        var now = storage.replace(before, after).orElse(null);
        known = now;
        if (now != null) {
            ended.forEach(finished::remove);
        }
        return now != null;
    }
}
