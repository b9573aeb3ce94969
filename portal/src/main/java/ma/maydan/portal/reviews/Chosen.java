package ma.maydan.portal.reviews;

import java.util.List;
import ma.maydan.portal.api.ProblemException;

/**
 * One of the things that somebody chose in a table.
 *
 * @param version as the person saw it
 */
record Chosen(String id, String version) {

    private static final String FORM = "[A-Za-z0-9_-]+:[0-9]{1,18}";

    /** As many as a page of the table holds. */
    static final int MOST = 20;

    /**
     * Each once.
     *
     * @throws ProblemException 400 when a form that is not ours sent them
     */
    static List<Chosen> of(List<String> values) {
        if (values.size() > MOST || !values.stream().allMatch(value -> value.matches(FORM))) {
            throw ProblemException.of(400, "bad-request");
        }
        return values.stream()
                .map(value -> value.split(":", -1))
                .map(parts -> new Chosen(parts[0], parts[1]))
                .collect(java.util.stream.Collectors.toMap(
                        Chosen::id, one -> one, (first, again) -> first, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** As the form sends it. */
    public String value() {
        return id + ":" + version;
    }
}
