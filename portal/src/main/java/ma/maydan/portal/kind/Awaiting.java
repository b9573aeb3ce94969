package ma.maydan.portal.kind;

import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;

/** What waits for an answer of the visitor though it is not theirs; their own space says how many there are. */
public interface Awaiting {

    /** Null when nothing waits, or nobody can say it now. */
    @Nullable
    Awaited of(Visitor visitor);

    /**
     * @param key of a text that is counted
     * @param page that has them, without the language
     */
    record Awaited(String key, int number, String page) {}
}
