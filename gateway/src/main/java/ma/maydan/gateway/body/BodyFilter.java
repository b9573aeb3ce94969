package ma.maydan.gateway.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.Refusals;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the whole body, up to {@link #LIMIT} bytes, before anything else happens. A body that is too large or never
 * ends costs an upstream nothing, a slow sender holds no connection to one, and a form's CSRF token can be read
 * without taking the form from the portal.
 */
final class BodyFilter extends OncePerRequestFilter {

    static final int LIMIT = 1024 * 1024;

    private final Refusals refusals;

    BodyFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > LIMIT) {
            refusals.write(Refusal.contentTooLarge(), request, response);
            return;
        }
        var chunked = request.getHeader("Transfer-Encoding") != null;
        if (!chunked && request.getContentLengthLong() <= 0) {
            chain.doFilter(request, response);
            return;
        }
        var body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            refusals.write(Refusal.contentTooLarge(), request, response);
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }
}
