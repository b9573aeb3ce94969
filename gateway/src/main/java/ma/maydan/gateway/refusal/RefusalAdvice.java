package ma.maydan.gateway.refusal;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whatever leaves a handler of the gateway by exception; before the services' advice, which knows no pages. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

    private static final Logger log = LoggerFactory.getLogger(RefusalAdvice.class);

    private final Refusals refusals;

    RefusalAdvice(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    void refused(RefusedException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.write(e.refusal(), request, response);
    }

    /** Such as a percent sign in a query that encodes nothing, or a control character in a parameter's name. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    void malformed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.write(Refusal.of(HttpStatus.BAD_REQUEST), request, response);
    }

    @ExceptionHandler
    void storeAway(MongoException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        log.warn("The session store does not answer: {}", e.getMessage());
        refusals.write(Refusal.unavailable(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(5)), request, response);
    }

    @ExceptionHandler
    void unexpected(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e instanceof ErrorResponse known) {
            refusals.write(Refusal.of(known.getStatusCode()), request, response);
            return;
        }
        if (response.isCommitted()) {
            log.debug("{} {} broke off", request.getMethod(), request.getRequestURI(), e);
            if (e instanceof ClientAbortException || e.getCause() instanceof ClientAbortException) {
                return;
            }
            // The upstream went away in the middle of its answer: the container closes the connection, so that nobody
            // takes a part of an answer for the whole.
            throw e;
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        refusals.write(Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR), request, response);
    }
}
