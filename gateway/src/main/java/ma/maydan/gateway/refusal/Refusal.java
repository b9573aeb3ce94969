package ma.maydan.gateway.refusal;

import java.time.Duration;
import java.util.Map;
import ma.maydan.starter.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * An answer that the gateway gives instead of those behind it.
 *
 * @param code the problem's stable code; its words are in the {@code problems} and {@code pages} bundles
 * @param type the problem's type where a registry has one, else it is made of the code
 */
public record Refusal(
        HttpStatus status, String code, @Nullable String type, Map<String, String> headers) {

    /** The registered type of an exhausted quota. */
    public static final String QUOTA_EXCEEDED = "https://iana.org/assignments/http-problem-types#quota-exceeded";

    private static Refusal plain(HttpStatus status, String code) {
        return new Refusal(status, code, null, Map.of());
    }

    /** For what the container or Spring refused. */
    public static Refusal of(HttpStatusCode status) {
        var problem = Problems.forStatus(status);
        return plain(problem.status(), problem.code());
    }

    /** 401: the bearer token is not one of ours, or not any more (RFC 6750). */
    public static Refusal invalidToken() {
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                null,
                Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""));
    }

    /** 401: whoever was signed in is not any more. */
    public static Refusal sessionEnded() {
        return new Refusal(
                HttpStatus.UNAUTHORIZED, "session-ended", null, Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
    }

    /** 403: the form did not come from one of our pages, or from one that is too old. */
    public static Refusal csrf() {
        return plain(HttpStatus.FORBIDDEN, "csrf-token-invalid");
    }

    /** 303: what was typed is kept and shown again at this path of ours. */
    public static Refusal formKept(String path) {
        return new Refusal(HttpStatus.SEE_OTHER, "form-kept", null, Map.of(HttpHeaders.LOCATION, path));
    }

    /** 401: coming back from the login pages without having signed in. */
    public static Refusal signInFailed() {
        return plain(HttpStatus.UNAUTHORIZED, "sign-in-failed");
    }

    /** 413. */
    public static Refusal contentTooLarge() {
        return of(HttpStatus.CONTENT_TOO_LARGE);
    }

    /** 405. */
    public static Refusal methodNotAllowed(String allowed) {
        return new Refusal(
                HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", null, Map.of(HttpHeaders.ALLOW, allowed));
    }

    /** 429 until the window is over. */
    public static Refusal quotaExceeded(Duration wait) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "quota-exceeded", QUOTA_EXCEEDED, retryAfter(wait));
    }

    /** 502, 503 or 504, with the time after which it may go better. */
    public static Refusal unavailable(HttpStatus status, Duration wait) {
        return new Refusal(status, "service-unavailable", null, retryAfter(wait));
    }

    private static Map<String, String> retryAfter(Duration wait) {
        return Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, Math.ceilDiv(wait.toMillis(), 1000))));
    }
}
