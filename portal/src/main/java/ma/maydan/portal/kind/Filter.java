package ma.maydan.portal.kind;

import java.util.List;

/**
 * What a list of a kind can be narrowed by.
 *
 * @param name of the parameter, in the address and in the API
 * @param list of the codes to choose from
 * @param label the key of its words
 * @param all the key of the words for no choice
 * @param only these codes of the list; empty for all
 */
public record Filter(String name, String list, String label, String all, List<String> only) {

    public Filter(String name, String list, String label) {
        this(name, list, label, "filter.all." + name + "s", List.of());
    }

    /** @param all the codes of its list */
    public List<String> codes(List<String> all) {
        return only.isEmpty() ? all : only;
    }
}
