package ma.maydan.portal.kind;

import java.util.Map;

/**
 * A list of a kind among the lists of others.
 *
 * @param rank the lower ones come first
 * @param path of the list in the API
 * @param limit of what is shown
 * @param query what narrows it: there is more where all of it is shown
 */
public record Shelf(int rank, String path, int limit, Map<String, String> query) {

    public Shelf(int rank, String path, int limit) {
        this(rank, path, limit, Map.of());
    }

    /** Its path as the API takes it. */
    public String[] steps() {
        return path.split("/", -1);
    }
}
