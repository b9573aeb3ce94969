package ma.maydan.portal.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import ma.maydan.starter.text.LocalizedText;
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
            @Nullable List<String> allowedTransitions,
            @Nullable LocalizedText legalName,
            @Nullable LocalDate since) {

        Problem(@Nullable String code, @Nullable List<FieldError> errors, @Nullable List<String> allowedTransitions) {
            this(code, null, null, errors, allowedTransitions, null, null);
        }
    }

    ProblemException(int status, Problem problem) {
        super(status + " " + problem.code());
        this.status = status;
        this.problem = problem;
    }

    /** What is said to machines; people get words of the portal's own. */
    private static final Set<String> FOR_MACHINES = Set.of(
            "bad-request",
            "content-too-large",
            "idempotency-in-flight",
            "idempotency-key-invalid",
            "idempotency-key-missing",
            "idempotency-key-reused",
            "insufficient-scope",
            "invalid-cursor",
            "invalid-transition",
            "malformed-condition",
            "malformed-json",
            "method-not-allowed",
            "not-acceptable",
            "precondition-required",
            "repeated-parameter",
            "unauthorized",
            "unknown-parameter",
            "unsupported-media-type");

    /** 409: the step is not possible now, but these are. */
    public static ProblemException impossible(List<String> allowed) {
        return new ProblemException(409, new Problem("invalid-transition", null, allowed));
    }

    /** A refusal that the portal itself decides on. */
    public static ProblemException of(int status, String code) {
        return new ProblemException(status, new Problem(code, null, null));
    }

    /** 422: something is wrong at fields, which words of the portal say. */
    public static ProblemException wrong(List<FieldError> errors) {
        return new ProblemException(422, new Problem("validation-failed", errors, null));
    }

    /** The same of other fields, each by what its pointer becomes; itself when it is about none. */
    public ProblemException at(UnaryOperator<String> pointer) {
        return errors().isEmpty()
                ? this
                : wrong(errors().stream().map(one -> one.at(pointer)).toList());
    }

    public int status() {
        return status;
    }

    public String code() {
        return problem.code() == null ? "" : problem.code();
    }

    /** In the visitor's language; null when the answer had none that is for people. */
    public @Nullable String detail() {
        return FOR_MACHINES.contains(code()) ? null : problem.detail();
    }

    /** Who is gone, by its name; null for another refusal. */
    public @Nullable LocalizedText legalName() {
        return problem.legalName();
    }

    /** Since when it is. */
    public @Nullable LocalDate since() {
        return problem.since();
    }

    /** The steps that the visitor may take instead, as the API spells them; null when the answer did not say. */
    public @Nullable List<String> allowedTransitions() {
        return problem.allowedTransitions();
    }

    public List<FieldError> errors() {
        return problem.errors() == null ? List.of() : problem.errors();
    }

    /** What was sent is wrong, so that the person can correct it. */
    public boolean isCorrectable() {
        return status == 422 || status == 400;
    }
}
