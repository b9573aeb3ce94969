package ma.maydan.starter.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every exception that leaves a controller becomes a problem detail. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException problem, HttpServletRequest request) {
        return answer(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request) {
        if (problems.isOutage(e)) {
            return answer(problems.outage(e), request);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(Problems.forStatus(HttpStatus.INTERNAL_SERVER_ERROR), request);
    }

    /** Such as a percent sign in the query that encodes nothing. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformedQuery(InvalidParameterException e, HttpServletRequest request) {
        return answer(Problems.forStatus(HttpStatus.BAD_REQUEST), request);
    }

    /** Parts that end half-way, or are none. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformedParts(MultipartException e, HttpServletRequest request) {
        return answer(Problems.forStatus(HttpStatus.BAD_REQUEST), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameterOfTheWrongType(
            MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        var refusal = refusal(e);
        if (refusal != null) {
            return answer(refusal, request);
        }
        // An id in the path that cannot be one names nothing.
        var inPath =
                e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return answer(
                inPath
                        ? ProblemException.notFound()
                        : ProblemException.invalidFields(
                                List.of(new FieldProblem("?" + e.getName(), "invalid-value", null))),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> constraintViolated(ConstraintViolationException e, HttpServletRequest request) {
        return answer(
                ProblemException.invalidFields(e.getConstraintViolations().stream()
                        .map(v -> new FieldProblem("?" + v.getPropertyPath(), "invalid-value", v.getMessage()))
                        .toList()),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return object(
                ProblemException.invalidFields(
                        Violations.of(e.getBindingResult(), e.getParameter().getParameterType())),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = new ArrayList<FieldProblem>();
        for (var result : e.getParameterValidationResults()) {
            for (var error : result.getResolvableErrors()) {
                errors.add(new FieldProblem(
                        "?" + result.getMethodParameter().getParameterName(),
                        "invalid-value",
                        error.getDefaultMessage()));
            }
        }
        return object(ProblemException.invalidFields(errors), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return object(unreadable(e), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            log.error("{} failed", request.getDescription(false), e);
        }
        var problem = Problems.forStatus(status);
        headers.forEach((name, values) -> problem.header(name, String.join(", ", values)));
        return object(problem, request);
    }

    private static ProblemException unreadable(HttpMessageNotReadableException e) {
        // Jackson wraps what the body's stream throws into a failure of the field that it was reading.
        var refusal = refusal(e);
        if (refusal != null) {
            return refusal;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return ProblemException.invalidFields(
                        List.of(new FieldProblem(pointer(unknown), "unknown-field", null)));
            }
            // A number that is too big for its field is no syntax error.
            if (cause instanceof StreamReadException && !(cause instanceof InputCoercionException)) {
                return new ProblemException(HttpStatus.BAD_REQUEST, "malformed-json");
            }
            if (cause instanceof JacksonException mapping && !mapping.getPath().isEmpty()) {
                return ProblemException.invalidFields(
                        List.of(new FieldProblem(pointer(mapping), "invalid-value", null)));
            }
        }
        return new ProblemException(HttpStatus.BAD_REQUEST, "malformed-json");
    }

    /** Of whoever reads what came, wrapped by what called it; null when nobody refused. */
    private static @Nullable ProblemException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return null;
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .map(name -> name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("/", "/", ""));
    }

    private ResponseEntity<ProblemDetail> answer(ProblemException problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.status())
                .headers(problem.headers())
                .header(HttpHeaders.CONTENT_LANGUAGE, problems.language(request))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.detail(problem, request));
    }

    private ResponseEntity<Object> object(ProblemException problem, WebRequest request) {
        var answer = answer(problem, ((ServletWebRequest) request).getRequest());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
