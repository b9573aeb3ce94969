package ma.maydan.portal.kind;

import java.util.Map;

/**
 * A list of a kind among the lists of others.
 *
 * @param rank the lower ones come first
 * @param path of the list in the API
 * @param query what narrows it: there is more elsewhere
 * @param limit of what is shown
 */
public record Shelf(int rank, String path, Map<String, String> query, int limit) {

    /** Its path as the API takes it. */
    public String[] steps() {
        return path.split("/", -1);
    }
}
