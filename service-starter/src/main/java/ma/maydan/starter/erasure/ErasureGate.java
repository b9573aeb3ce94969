package ma.maydan.starter.erasure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets nobody act who is being erased: their token is good for minutes yet. Each instance learns of them within {@link
 * #LOOK}, so what is ordered is carried out {@link #CLOSING} later.
 */
public final class ErasureGate implements HandlerInterceptor {

    /** Longer than a look and the requests under way take. */
    static final Duration CLOSING = Duration.ofSeconds(10);

    private static final long LOOK = 3_000;
    /** Longer than a token is good for after its account is gone. */
    private static final Duration WATCHED = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(ErasureGate.class);

    private final ReceiptStore receipts;
    private final Clock clock;
    private volatile Set<String> people = Set.of();

    ErasureGate(ReceiptStore receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    /** Whether a person is erased, or about to be; only of the last day. */
    public boolean isErased(String person) {
        return !people.isEmpty() && people.contains(Fingerprint.of(person));
    }

    @Scheduled(fixedDelay = LOOK)
    void look() {
        try {
            people = Set.copyOf(receipts.people(clock.instant().minus(WATCHED)));
        } catch (RuntimeException e) {
            log.warn("Who is being erased cannot be read: {}", e.toString());
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var id = Caller.current().id();
        if (id != null && isErased(id)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "account-erased");
        }
        return true;
    }
}
