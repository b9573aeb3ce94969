package ma.maydan.incubators.organization;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a profile says in each field, as a mark by which it is seen later whether that is still the same. */
final class SaidFields {

    private SaidFields() {}

    /** By the names of the fields in the API. */
    static Map<String, String> of(OrganizationProfile profile) {
        var activity = profile.activity();
        var reach = profile.reach();
        var marks = new TreeMap<String, String>();
        mark(marks, "legalName", profile.legalName());
        mark(marks, "description", profile.description());
        mark(marks, "kinds", activity.kinds());
        mark(marks, "sectors", activity.sectors());
        mark(marks, "stage", activity.stage());
        mark(marks, "foundedOn", activity.foundedOn());
        mark(marks, "ice", profile.ice());
        mark(marks, "identifiers", profile.identifiers().identifiers());
        mark(marks, "region", profile.region());
        mark(marks, "city", reach.city());
        mark(marks, "website", reach.website());
        mark(marks, "phone", reach.phone());
        mark(marks, "links", reach.links());
        return marks;
    }

    private static void mark(Map<String, String> marks, String field, @Nullable Object value) {
        var text = Objects.toString(value, "");
        marks.put(
                field,
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
