package ma.maydan.starter.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * An expected refusal: a stable code, an HTTP status and what the caller needs to go on. The words come from the
 * bundles {@code problems*.properties} under {@code <code>.title} and {@code <code>.detail}.
 */
public final class ProblemException extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final Object[] arguments;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final HttpHeaders headers = new HttpHeaders();

    /** @param arguments fill the detail's {@code {0}}, {@code {1}} … */
    public ProblemException(HttpStatus status, String code, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
    }

    /** 404, also for what belongs to somebody else. */
    public static ProblemException notFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found");
    }

    /** 403: the caller sees the object and may not do this with it. */
    public static ProblemException forbidden() {
        return new ProblemException(HttpStatus.FORBIDDEN, "forbidden");
    }

    /** 409: what is asked for does not go with how things stand. */
    public static ProblemException conflict(String code) {
        return new ProblemException(HttpStatus.CONFLICT, code);
    }

    /** 412: the object has changed since the caller read it. */
    public static ProblemException stale() {
        return new ProblemException(HttpStatus.PRECONDITION_FAILED, "version-conflict");
    }

    /** 409, with the transitions that this caller may take now. */
    public static ProblemException invalidTransition(List<String> allowed) {
        return new ProblemException(
                        HttpStatus.CONFLICT, "invalid-transition", String.join(", ", allowed), allowed.size())
                .with("allowedTransitions", allowed);
    }

    /** 422 for one field that a rule of the business refuses. */
    public static ProblemException invalidField(String pointer, String errorCode) {
        return invalidFields(List.of(new FieldProblem(pointer, errorCode, null)));
    }

    /** 422 with all fields that are wrong. */
    public static ProblemException invalidFields(List<FieldProblem> errors) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "validation-failed").with("errors", errors);
    }

    /** Adds a member to the problem detail (RFC 9457, section 3.2). */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public ProblemException header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The fields that are wrong; empty for a refusal of another kind. */
    @SuppressWarnings("unchecked") // Nobody but invalidFields puts them there.
    public List<FieldProblem> errors() {
        return (List<FieldProblem>) members.getOrDefault("errors", List.of());
    }

    Object[] arguments() {
        return arguments;
    }

    Map<String, Object> members() {
        return members;
    }

    HttpHeaders headers() {
        return headers;
    }
}
