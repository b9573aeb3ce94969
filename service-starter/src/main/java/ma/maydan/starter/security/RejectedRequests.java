package ma.maydan.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import ma.maydan.starter.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * What Spring Security's firewall rejects when somebody reads it, such as a control character in a parameter's name, is
 * the request's fault; before the advice that takes every exception for ours.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RejectedRequests {

    private final Problems problems;

    RejectedRequests(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(RequestRejectedException.class)
    void rejected(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(Problems.forStatus(HttpStatus.BAD_REQUEST), request, response);
    }
}
