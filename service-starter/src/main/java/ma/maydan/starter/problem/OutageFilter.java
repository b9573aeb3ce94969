package ma.maydan.starter.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** An {@link Outage} that a filter meets is the same 503 as one that a controller meets. */
final class OutageFilter extends OncePerRequestFilter {

    private final Problems problems;

    OutageFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted() || !problems.isOutage(e)) {
                throw e;
            }
            response.resetBuffer();
            problems.write(problems.outage(e), request, response);
        }
    }
}
