package ma.maydan.portal.kind;

import java.util.List;
import ma.maydan.portal.page.Visitor;

/** Counts what a step touches, for the page that asks whether it is meant. */
public interface Touching {

    /** {@code event.cancel}: the code of the step. */
    String step();

    /** What of it can be counted now. */
    List<Count> by(Visitor visitor, Item item);

    /**
     * So many of something.
     *
     * @param key of the words, which have plurals
     * @param more whether there are more than that
     */
    record Count(String key, int number, boolean more) {}
}
