package ma.maydan.gateway.headers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import ma.maydan.gateway.limit.Client;
import ma.maydan.gateway.refusal.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One structured line a request, with the trace that the services' lines carry as well and the one that the caller
 * says to be in. Neither query nor address nor name is in it: who called is told by kind alone. Of a request that was
 * refused here the line is a warning and tells why, by the problem's code, and whom, by the id that the realm has for
 * them. {@code LOGGING_LEVEL_ACCESS=warn} leaves these alone, {@code off} silences all.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AccessLog extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger("access");

    /** Of a link in a mail: whoever reads it could act for the person. */
    private static final Pattern KEY = Pattern.compile("/seats/[^/]+");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            var refusal = Refusals.given(request);
            var line = log.atLevel(refusal == null ? Level.INFO : Level.WARN)
                    .addKeyValue("method", request.getMethod())
                    .addKeyValue("path", KEY.matcher(request.getRequestURI()).replaceFirst("/seats/-"))
                    .addKeyValue("status", response.getStatus())
                    .addKeyValue("millis", (System.nanoTime() - start) / 1_000_000)
                    .addKeyValue("client", Client.kindOf(request));
            if (refusal != null) {
                line = line.addKeyValue("refusal", refusal);
                var id = Client.idOf(request);
                line = id == null ? line : line.addKeyValue("clientId", id);
            }
            var foreign = ForeignTrace.of(request.getHeader(ForeignTrace.HEADER));
            (foreign.isPresent()
                            ? line.addKeyValue("foreignTraceId", foreign.get().traceId())
                            : line)
                    .log("request");
        }
    }
}
