package ma.maydan.starter.web;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The versions of an object that the caller may have read and wants to change, from {@code If-Match} (RFC 9110, 13.1.1,
 * by the strong comparison: a weak tag names none). What follows the version in a tag is for caches, and a change does
 * not depend on it.
 */
public record ExpectedVersion(Set<Long> values) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:-[0-9a-f]{16})?");

    public ExpectedVersion(long value) {
        this(Set.of(value));
    }

    static ExpectedVersion of(@Nullable EntityTags ifMatch) {
        // "*" asks for any version, which would overwrite what the caller has not seen.
        if (ifMatch == null || ifMatch.any()) {
            throw new ProblemException(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
        return new ExpectedVersion(ifMatch.tags().stream()
                .filter(tag -> !tag.weak())
                .map(tag -> FORM.matcher(tag.opaque()))
                .filter(form -> form.matches())
                .map(form -> Long.valueOf(form.group(1)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * @throws ProblemException 412 when the object has another version by now
     */
    public void require(long version) {
        if (!values.contains(version)) {
            throw ProblemException.stale();
        }
    }
}
