package ma.maydan.portal.registrations;

import java.util.HashMap;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of what the visitor, and organizations that they edit for, have. A place that a list does not have is its beginning. */
@Component
class OwnRegistrations {

    private final Api api;

    OwnRegistrations(Api api) {
        this.api = api;
    }

    /** @param when COMING, the next first, or PAST, the latest first */
    Page<Registration> mine(Visitor visitor, String when, @Nullable String cursor) {
        return list(visitor, Map.of("when", when), cursor, "me", "registrations");
    }

    /**
     * What the organizations have taken for colleagues, at events that are not over, the next first.
     *
     * @param event its id; null for all
     */
    Page<Registration> colleagues(Visitor visitor, @Nullable String event, @Nullable String cursor) {
        var which = event == null ? Map.<String, String>of() : Map.of("eventId", event);
        return list(visitor, which, cursor, "me", "registrations", "colleagues");
    }

    private Page<Registration> list(
            Visitor visitor, Map<String, String> which, @Nullable String cursor, String... path) {
        var query = new HashMap<>(which);
        query.put("cursor", cursor);
        try {
            return api.list(visitor, Registration.class, query, path);
        } catch (ProblemException refusal) {
            if (cursor == null || !refusal.code().equals("invalid-cursor")) {
                throw refusal;
            }
            return list(visitor, which, null, path);
        }
    }
}
