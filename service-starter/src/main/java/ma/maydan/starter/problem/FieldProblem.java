package ma.maydan.starter.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one part of a request.
 *
 * @param pointer a JSON pointer into the body (RFC 6901), or {@code ?name} for a query parameter
 * @param detail in the caller's language; filled from the bundle entry {@code field.<code>} when null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldProblem(
        String pointer, String code, @Nullable String detail) {}
