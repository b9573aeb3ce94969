package ma.maydan.gateway.headers;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace that a caller says to be in (W3C Trace Context, section 3.2). */
record ForeignTrace(String traceId, String spanId) {

    static final String HEADER = "traceparent";

    private static final Pattern VALID =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

    static Optional<ForeignTrace> of(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        var parts = VALID.matcher(header);
        return parts.matches() ? Optional.of(new ForeignTrace(parts.group(1), parts.group(2))) : Optional.empty();
    }
}
