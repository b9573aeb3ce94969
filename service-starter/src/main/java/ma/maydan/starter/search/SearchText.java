package ma.maydan.starter.search;

import java.time.Instant;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.text.Characters;
import ma.maydan.starter.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as they typed it: the query parameter {@code q} of a list. Any text is one, and most of them
 * find nothing.
 *
 * @param text at most {@value #MOST} {@link Characters}, with something that can be seen
 */
public record SearchText(String text) {

    public static final int MOST = 200;

    /**
     * Null for a text in which nothing can be seen, which is no search.
     *
     * @throws ProblemException 422 when it is too long, or no {@link PlainText}
     */
    public static @Nullable SearchText parse(String typed) {
        if (Characters.exceed(typed, MOST)) {
            throw ProblemException.invalidField("?q", "search-too-long");
        }
        if (!PlainText.is(typed)) {
            throw ProblemException.invalidField("?q", PlainText.NOT_PLAIN);
        }
        var text = PlainText.of(typed);
        return text.isEmpty() ? null : new SearchText(text);
    }

    /**
     * A list of what changed is read whole, in the order of the changes.
     *
     * @throws ProblemException 422 when it is searched all the same
     */
    public static void requireNoneOf(@Nullable SearchText text, @Nullable Instant updatedAfter) {
        if (text != null && updatedAfter != null) {
            throw ProblemException.invalidField("?q", "search-of-changes");
        }
    }
}
