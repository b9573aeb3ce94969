package ma.maydan.starter.web;

import java.util.regex.Pattern;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The version of an object that the caller read and wants to change, from {@code If-Match} (RFC 9110, 13.1.1). What
 * follows the version in a tag is for caches, and a change does not depend on it. A weak tag counts too, since a proxy
 * that compresses an answer weakens its tag.
 */
public record ExpectedVersion(long value) {

    private static final Pattern FORM = Pattern.compile("(?:W/)?\"([0-9]{1,18})(?:-[0-9a-f]{16})?\"");

    static ExpectedVersion parse(@Nullable String ifMatch) {
        // "*" asks for any version, which would overwrite what the caller has not seen.
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new ProblemException(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
        var version = FORM.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw ProblemException.stale();
        }
        return new ExpectedVersion(Long.parseLong(version.group(1)));
    }

    /**
     * @throws ProblemException 412 when the object has another version by now
     */
    public void require(long version) {
        if (version != value) {
            throw ProblemException.stale();
        }
    }
}
