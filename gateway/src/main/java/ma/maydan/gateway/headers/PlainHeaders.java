package ma.maydan.gateway.headers;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.List;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.Refusals;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request that says twice what can be said once (RFC 9110, section 5.3): of two values the gateway would
 * believe one and whoever is behind it the other. Tomcat does so for {@code Host} and {@code Content-Length}. And one
 * whose {@code Content-Type} is a range of types, which only {@code Accept} can be.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
class PlainHeaders extends OncePerRequestFilter {

    private static final List<String> SINGLE = List.of(
            "Authorization",
            "Content-Type",
            "Content-Length",
            "Content-Location",
            "Transfer-Encoding",
            "Host",
            "Origin",
            "Referer",
            "User-Agent",
            "X-CSRF-TOKEN",
            "Idempotency-Key",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "Range",
            "HX-Request");

    private final Refusals refusals;

    PlainHeaders(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        if (SINGLE.stream().anyMatch(name -> isRepeated(request.getHeaders(name)))
                || type != null && type.split(";", 2)[0].contains("*")) {
            refusals.write(Refusal.of(HttpStatus.BAD_REQUEST), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isRepeated(Enumeration<String> values) {
        if (!values.hasMoreElements()) {
            return false;
        }
        values.nextElement();
        return values.hasMoreElements();
    }
}
