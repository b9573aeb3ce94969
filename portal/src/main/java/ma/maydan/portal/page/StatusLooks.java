package ma.maydan.portal.page;

import static ma.maydan.portal.page.StatusLook.ATTENTION;
import static ma.maydan.portal.page.StatusLook.DRAFT;
import static ma.maydan.portal.page.StatusLook.GOOD;
import static ma.maydan.portal.page.StatusLook.STOPPED;
import static ma.maydan.portal.page.StatusLook.WAITING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The looks of all statuses: a name means the same everywhere. */
@Component
public final class StatusLooks {

    private static final Map<String, StatusLook> SHARED = Map.ofEntries(
            Map.entry("DRAFT", DRAFT),
            Map.entry("SUBMITTED", WAITING),
            Map.entry("UNDER_REVIEW", WAITING),
            Map.entry("IN_REVIEW", WAITING),
            Map.entry("CHANGES_REQUESTED", ATTENTION),
            Map.entry("REJECTED", ATTENTION),
            Map.entry("PUBLISHED", GOOD),
            Map.entry("ACTIVE", GOOD),
            Map.entry("APPROVED", GOOD),
            Map.entry("COMPLETED", GOOD),
            Map.entry("SUSPENDED", STOPPED),
            Map.entry("CANCELLED", STOPPED),
            Map.entry("ARCHIVED", STOPPED),
            Map.entry("WITHDRAWN", STOPPED));

    private final Map<String, StatusLook> all = new HashMap<>(SHARED);

    /** @throws IllegalStateException when a status of a feature has no look, or two */
    StatusLooks(List<Feature> features) {
        features.forEach(feature -> feature.looks().forEach((status, look) -> {
            var other = all.put(status, look);
            if (other != null && other != look) {
                throw new IllegalStateException(status + " looks like " + look + " and " + other);
            }
        }));
        features.forEach(feature -> feature.codes().forEach((list, codes) -> {
            if (list.endsWith(".status") && !all.keySet().containsAll(codes)) {
                throw new IllegalStateException("A status of " + list + " has no look");
            }
        }));
    }

    /** Of a status that this portal has yet to learn, too. */
    public StatusLook of(String status) {
        return all.getOrDefault(status, DRAFT);
    }
}
