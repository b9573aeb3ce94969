package ma.maydan.gateway.body;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.limit.Turns;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What all bodies share: the turns of each address, and the memory. */
@Component
public class Bodies {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Turns turns;
    private final Duration time;
    private final long memory;
    private final AtomicLong held = new AtomicLong();

    Bodies(GatewaySettings settings) {
        var bounds = settings.bounds();
        turns = new Turns(bounds.bodies(), bounds.patience());
        time = bounds.body();
        memory = bounds.memory().toBytes();
    }

    Turns turns() {
        return turns;
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

    /**
     * Reads the request's body to its end, so that it goes on at once.
     *
     * @throws RefusedException 400, 408, 413 or 503
     */
    public static void receive(HttpServletRequest request) {
        if (request.getAttribute(Body.class.getName()) instanceof Body body) {
            body.receive();
        }
    }
}
