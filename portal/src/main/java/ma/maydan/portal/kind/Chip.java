package ma.maydan.portal.kind;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * What a list can be narrowed by that is either wanted or not.
 *
 * @param name of the parameter in the address, which is {@code true} when it is wanted
 * @param label the key of its words
 * @param asked the parameters of the API that stand for it at an instant
 */
public record Chip(String name, String label, Function<Instant, Map<String, String>> asked) {

    /** One that the API knows by the same name. */
    public static Chip of(String name, String label) {
        return new Chip(name, label, now -> Map.of(name, "true"));
    }
}
