package ma.maydan.gateway.refusal;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What fails in the filters, before any handler: a session that cannot be read is no session that has ended. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class FailureFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(FailureFilter.class);

    private final Refusals refusals;

    FailureFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RefusedException e) {
            refusals.write(e.refusal(), request, response);
        } catch (InvalidParameterException malformed) {
            refusals.write(Refusal.of(HttpStatus.BAD_REQUEST), request, response);
        } catch (MongoException e) {
            log.warn("The session store does not answer: {}", e.getMessage());
            refusals.write(
                    Refusal.unavailable(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(5)), request, response);
        }
    }
}
