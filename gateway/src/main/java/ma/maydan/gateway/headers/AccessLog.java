package ma.maydan.gateway.headers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import ma.maydan.gateway.limit.Client;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One structured line a request, with the trace that the services' lines carry as well. Neither query nor address nor
 * name is in it: who called is told by kind alone. {@code LOGGING_LEVEL_ACCESS=off} silences it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AccessLog extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger("access");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!log.isInfoEnabled()) {
            chain.doFilter(request, response);
            return;
        }
        var start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            log.atInfo()
                    .addKeyValue("method", request.getMethod())
                    .addKeyValue("path", request.getRequestURI())
                    .addKeyValue("status", response.getStatus())
                    .addKeyValue("millis", (System.nanoTime() - start) / 1_000_000)
                    .addKeyValue("client", Client.kindOf(request))
                    .log("request");
        }
    }
}
