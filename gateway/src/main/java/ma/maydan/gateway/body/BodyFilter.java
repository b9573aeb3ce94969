package ma.maydan.gateway.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import ma.maydan.gateway.limit.Client;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds every body before a byte of it is read: its size, its time, and how many an address sends at once. It streams
 * to whoever it is for; a form's beginning is held, so that its CSRF token can be read without taking the form from the portal.
 */
final class BodyFilter extends OncePerRequestFilter {

    private final Bodies bodies;

    BodyFilter(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bound = Body.Bound.of(request.getContentType(), request.getContentLengthLong());
        if (request.getContentLengthLong() > bound.size()) {
            throw new RefusedException(Refusal.contentTooLarge());
        }
        if (request.getHeader("Transfer-Encoding") == null && request.getContentLengthLong() <= 0) {
            chain.doFilter(request, response);
            return;
        }
        try (var body = new Body(request.getInputStream(), bodies, Client.at(request.getRemoteAddr()), bound)) {
            request.setAttribute(Body.class.getName(), body);
            chain.doFilter(new BoundedRequest(request, body), response);
        }
    }
}
