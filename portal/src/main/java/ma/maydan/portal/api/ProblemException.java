package ma.maydan.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service refused the request. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;

    /** The members of a problem detail (RFC 9457) that pages use. */
    public record Problem(
            @Nullable String code,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<FieldError> errors,
            @Nullable List<String> allowedTransitions) {}

    ProblemException(int status, Problem problem) {
        super(status + " " + problem.code());
        this.status = status;
        this.problem = problem;
    }

    /** A refusal that the portal itself decides on. */
    public static ProblemException of(int status, String code) {
        return new ProblemException(status, new Problem(code, null, null, null, null));
    }

    public int status() {
        return status;
    }

    public String code() {
        return problem.code() == null ? "" : problem.code();
    }

    /** In the visitor's language; null when the answer had none. */
    public @Nullable String detail() {
        return problem.detail();
    }

    public List<FieldError> errors() {
        return problem.errors() == null ? List.of() : problem.errors();
    }

    /** What was sent is wrong, so that the person can correct it. */
    public boolean isCorrectable() {
        return status == 422 || status == 400;
    }
}
