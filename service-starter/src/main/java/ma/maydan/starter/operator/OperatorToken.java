package ma.maydan.starter.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Endpoints of the management port that answer whoever brings the operators' token in {@code X-Operator-Token}; to
 * reach the port is not enough.
 */
public final class OperatorToken {

    private static final String HEADER = "X-Operator-Token";

    private final byte[] token;

    /** @param token when it is empty, nobody is answered */
    public OperatorToken(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** What the endpoint answers to operators; 403 for everybody else. */
    public WebEndpointResponse<Object> answer(Supplier<WebEndpointResponse<Object>> answer) {
        return isGiven() ? answer.get() : refused(403, "This is for operators, by " + HEADER);
    }

    public static WebEndpointResponse<Object> refused(int status, String because) {
        return new WebEndpointResponse<>(Map.of("error", because), status);
    }

    /** Looked up in the request itself, so that no spelling of its address goes around it. */
    private boolean isGiven() {
        var given = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getHeader(HEADER)
                : null;
        return token.length > 0
                && given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }
}
