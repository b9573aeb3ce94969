package ma.maydan.portal.kind;

/**
 * What the public list of a kind can be narrowed by.
 *
 * @param name of the parameter, in the address and in the API
 * @param list of the codes to choose from
 * @param label the key of its words
 */
public record Filter(String name, String list, String label) {

    /** The key of the words for no choice. */
    public String all() {
        return "filter.all." + name + "s";
    }
}
