package ma.maydan.gateway.body;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.limit.Client;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What all bodies share: the places of each address, and the memory. Of an address that has more bodies than places those
 * that have been silent longest end: whoever sends what it has is never behind those who do not, and many who send at
 * once are no attack.
 */
@Component
public class Bodies {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final ConcurrentMap<Client, Set<Body>> received = new ConcurrentHashMap<>();
    private final int places;
    private final Duration time;
    private final long memory;
    private final AtomicLong held = new AtomicLong();

    Bodies(GatewaySettings settings) {
        var bounds = settings.bounds();
        places = bounds.bodies();
        time = bounds.times().body();
        memory = bounds.memory().toBytes();
    }

    void begin(Client client, Body body) {
        received.compute(client, (key, known) -> {
            var theirs = known == null ? new HashSet<Body>() : known;
            theirs.add(body);
            trim(theirs);
            return theirs;
        });
    }

    /** Takes the places from those that are silent for a quarter of the time that a body has. */
    @Scheduled(fixedRate = 250)
    void sweep() {
        for (var client : received.keySet()) {
            received.computeIfPresent(client, (key, theirs) -> {
                trim(theirs);
                return theirs;
            });
        }
    }

    private void trim(Set<Body> theirs) {
        var silentSince = System.nanoTime() - time.toNanos() / 4;
        theirs.stream()
                .filter(body -> body.lastHeard() - silentSince < 0)
                .sorted(Comparator.comparingLong(Body::lastHeard))
                .limit(Math.max(0, theirs.size() - places))
                .toList()
                .forEach(silent -> {
                    theirs.remove(silent);
                    silent.giveUp();
                });
    }

    void end(Client client, Body body) {
        received.computeIfPresent(client, (key, theirs) -> {
            theirs.remove(body);
            return theirs.isEmpty() ? null : theirs;
        });
    }

    /** For which a body is waited, all its pauses together. */
    Duration time() {
        return time;
    }

    /** @throws RefusedException 503 when the memory for bodies is used up */
    void hold(int bytes) {
        if (held.addAndGet(bytes) > memory) {
            held.addAndGet(-bytes);
            throw new RefusedException(Refusal.unavailable(HttpStatus.SERVICE_UNAVAILABLE, SOON));
        }
    }

    void release(int bytes) {
        held.addAndGet(-bytes);
    }

    /** The body, when all of it is here; also after it has gone on. */
    public static Optional<byte[]> received(HttpServletRequest request) {
        return request.getAttribute(Body.class.getName()) instanceof Body body && body.isHeld()
                ? Optional.of(Arrays.copyOf(body.receive(), body.length()))
                : Optional.empty();
    }

    /**
     * Reads the request's body to its end, or as much of it as may be held, so that it goes on at once.
     *
     * @throws RefusedException 400, 408, 413 or 503
     */
    public static void receive(HttpServletRequest request) {
        if (request.getAttribute(Body.class.getName()) instanceof Body body) {
            body.receive();
        }
    }
}
