package ma.maydan.portal.api;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Whether what was read has all that its type promises, so that a page can be drawn of it. */
final class Whole {

    private Whole() {}

    /** In a record and what it holds, only what is {@link Nullable} may be missing. */
    static boolean is(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Record parts ->
                Arrays.stream(parts.getClass().getRecordComponents()).allMatch(part -> {
                    var content = content(parts, part);
                    return content == null ? part.getAnnotatedType().isAnnotationPresent(Nullable.class) : is(content);
                });
            case Collection<?> many -> many.stream().allMatch(Whole::is);
            default -> true;
        };
    }

    private static @Nullable Object content(Record parts, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
