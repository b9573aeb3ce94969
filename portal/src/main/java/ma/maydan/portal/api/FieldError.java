package ma.maydan.portal.api;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a service says is wrong with one part of a request.
 *
 * @param pointer a JSON pointer into the body
 * @param detail in the language that was asked for
 */
public record FieldError(
        String pointer, String code, @Nullable String detail) {

    FieldError at(UnaryOperator<String> otherPointer) {
        return new FieldError(otherPointer.apply(pointer), code, detail);
    }
}
