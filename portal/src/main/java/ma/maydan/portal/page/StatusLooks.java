package ma.maydan.portal.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The looks of all statuses: those that kinds share, and those that a feature names. */
@Component
public final class StatusLooks {

    private final Map<String, StatusLook> all = new HashMap<>();

    /** @throws IllegalStateException when a status of a feature has no look, or two */
    StatusLooks(List<Feature> features) {
        for (var look : StatusLook.values()) {
            look.shared().forEach(status -> put(status, look));
        }
        features.forEach(feature -> feature.looks().forEach(this::put));
        features.forEach(feature -> feature.codes().forEach((list, codes) -> {
            if (list.endsWith(".status") && !all.keySet().containsAll(codes)) {
                throw new IllegalStateException("A status of " + list + " has no look");
            }
        }));
    }

    private void put(String status, StatusLook look) {
        var other = all.put(status, look);
        if (other != null && other != look) {
            throw new IllegalStateException(status + " looks like " + look + " and " + other);
        }
    }

    /** Of a status that this portal has yet to learn, too. */
    public StatusLook of(String status) {
        return all.getOrDefault(status, StatusLook.DRAFT);
    }
}
