package ma.maydan.portal.organizations;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many organizations the directory has, narrowed as it is; what it can be narrowed by as if it were not by that.
 *
 * @param at when they were counted
 */
public record Figures(
        long count,
        Map<String, Long> kinds,
        Map<String, Long> sectors,
        Map<String, Long> stages,
        Map<String, Long> regions,
        long partners,
        Instant at) {

    /** So many shades has the map, the lightest for none. */
    private static final int SHADES = 4;

    /** Of these codes those that some have, by the name of the filter. */
    public List<String> found(String filter, List<String> codes) {
        var counts = of(filter);
        return codes.stream().filter(counts::containsKey).toList();
    }

    public long number(String filter, String code) {
        return of(filter).getOrDefault(code, 0L);
    }

    /** How dark a region is on the map, from 0 for none. */
    public long shade(String region) {
        var most = regions.isEmpty() ? 0L : Collections.max(regions.values());
        var number = number("region", region);
        return number == 0 ? 0 : Math.max(1, number * SHADES / most);
    }

    private Map<String, Long> of(@Nullable String filter) {
        return switch (filter) {
            case "kind" -> kinds;
            case "sector" -> sectors;
            case "stage" -> stages;
            case "region" -> regions;
            case null, default -> Map.of();
        };
    }
}
