package ma.maydan.portal.steps;

import java.util.LinkedHashMap;
import java.util.List;
import ma.maydan.portal.api.ProblemException;

/**
 * One of the things that somebody chose in a table.
 *
 * @param version as the person saw it
 */
record Chosen(String id, String version) {

    private static final String FORM = "[A-Za-z0-9_-]+:[0-9]{1,18}";

    /**
     * Each once.
     *
     * @param most as many as a page of the table holds
     * @throws ProblemException 400 when a form that is not ours sent them
     */
    static List<Chosen> of(List<String> values, int most) {
        if (values.size() > most || !values.stream().allMatch(value -> value.matches(FORM))) {
            throw ProblemException.of(400, "bad-request");
        }
        var chosen = new LinkedHashMap<String, Chosen>();
        for (var value : values) {
            var mark = value.indexOf(':');
            var id = value.substring(0, mark);
            chosen.putIfAbsent(id, new Chosen(id, value.substring(mark + 1)));
        }
        return List.copyOf(chosen.values());
    }

    /** As the form sends it. */
    public String value() {
        return id + ":" + version;
    }
}
