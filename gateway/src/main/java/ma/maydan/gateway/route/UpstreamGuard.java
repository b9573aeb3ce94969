package ma.maydan.gateway.route;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/**
 * Calls an upstream behind a circuit breaker of its own: when half of the last calls found nobody there, the next ones
 * are refused at once until it may have come back. Only what the upstream does counts, never what a caller did wrong
 * (docs/adr/0009). Time limits are the HTTP client's, so a call stays on its thread.
 */
@Component
public class UpstreamGuard {

    private static final Logger log = LoggerFactory.getLogger(UpstreamGuard.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Map<Upstream, CircuitBreaker> breakers = new EnumMap<>(Upstream.class);
    private final Duration openFor;

    UpstreamGuard(GatewaySettings settings) {
        var calls = settings.calls();
        openFor = calls.openFor();
        var config = CircuitBreakerConfig.custom()
                .slidingWindowSize(calls.breakerWindow())
                .minimumNumberOfCalls(Math.max(2, calls.breakerWindow() / 2))
                .failureRateThreshold(50)
                .waitDurationInOpenState(openFor)
                .permittedNumberOfCallsInHalfOpenState(3)
                .maxWaitDurationInHalfOpenState(calls.responseTimeout())
                .build();
        for (var upstream : Upstream.values()) {
            var breaker = CircuitBreaker.of(upstream.code(), config);
            breaker.getEventPublisher()
                    .onStateTransition(event -> log.warn(
                            "The breaker before {} is {}",
                            upstream.code(),
                            event.getStateTransition().getToState()));
            breakers.put(upstream, breaker);
        }
    }

    /**
     * The upstream's answer, whatever its status.
     *
     * @param status reads the status from the answer
     * @param safe whether the call may be made a second time when the connection broke
     * @throws RefusedException 502, 503 or 504, when there is no answer; 4xx when the call could not be made as the
     *     caller wants it
     */
    public <T> T call(Upstream upstream, boolean safe, Callable<T> call, ToIntFunction<T> status) {
        try {
            return attempt(upstream, call, status);
        } catch (IOException first) {
            if (!safe || isTimeout(first)) {
                throw refused(upstream, first);
            }
            try {
                return attempt(upstream, call, status);
            } catch (IOException second) {
                throw refused(upstream, second);
            }
        }
    }

    /** Whether the next calls are to show that the upstream is back: none of them may wait for its caller. */
    boolean isTrying(Upstream upstream) {
        return breaker(upstream).getState() != CircuitBreaker.State.CLOSED;
    }

    private <T> T attempt(Upstream upstream, Callable<T> call, ToIntFunction<T> status) throws IOException {
        var breaker = breaker(upstream);
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException open) {
            throw new RefusedException(Refusal.unavailable(HttpStatus.SERVICE_UNAVAILABLE, openFor));
        }
        var start = System.nanoTime();
        try {
            var answer = call.call();
            var code = status.applyAsInt(answer);
            if (tellsOfAnOutage(upstream, code)) {
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, new IOException("status " + code));
            } else {
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }
            return answer;
        } catch (ResourceAccessException e) {
            var cause = e.getCause() instanceof IOException io ? io : new IOException(e);
            record(breaker, cause, start);
            throw cause;
        } catch (IOException e) {
            record(breaker, e, start);
            throw e;
        } catch (RuntimeException | Error e) {
            breaker.releasePermission();
            throw e;
        } catch (Exception e) {
            breaker.releasePermission();
            throw new IllegalStateException(e);
        }
    }

    /**
     * A 500 is one record or one page that went wrong. What the portal answers tells of a service behind one page, so
     * of the portal itself silence alone tells.
     */
    private static boolean tellsOfAnOutage(Upstream upstream, int status) {
        return upstream != Upstream.PORTAL && status >= 502 && status <= 504;
    }

    /** That the gateway's own pool is used up says nothing about the upstream. */
    private static void record(CircuitBreaker breaker, IOException e, long start) {
        if (e instanceof ConnectionRequestTimeoutException) {
            breaker.releasePermission();
        } else {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
        }
    }

    private static boolean isTimeout(IOException e) {
        return e instanceof SocketTimeoutException || e instanceof ConnectionRequestTimeoutException;
    }

    private static RefusedException refused(Upstream upstream, IOException e) {
        log.warn("{} does not answer: {}", upstream.code(), e.toString());
        var status = e instanceof ConnectException
                        || e instanceof ConnectTimeoutException
                        || e instanceof UnknownHostException
                        || e instanceof NoRouteToHostException
                        || e instanceof ConnectionRequestTimeoutException
                ? HttpStatus.SERVICE_UNAVAILABLE
                : isTimeout(e) ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.BAD_GATEWAY;
        return new RefusedException(Refusal.unavailable(status, SOON));
    }

    private CircuitBreaker breaker(Upstream upstream) {
        var breaker = breakers.get(upstream);
        if (breaker == null) {
            throw new IllegalStateException("No breaker for " + upstream);
        }
        return breaker;
    }
}
