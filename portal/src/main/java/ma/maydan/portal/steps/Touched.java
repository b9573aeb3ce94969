package ma.maydan.portal.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Part;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.page.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts what a suspension or cancellation touches, for the page that asks whether it is meant. */
@Component
class Touched {

    private static final Logger log = LoggerFactory.getLogger(Touched.class);

    /** More are not counted. */
    private static final int MOST = 100;

    private final Api api;
    private final Parts parts;

    Touched(Api api, Parts parts) {
        this.api = api;
        this.parts = parts;
    }

    /**
     * So many of a kind.
     *
     * @param key of the words, which have plurals
     * @param more whether there are more than that
     */
    record Count(String key, int number, boolean more) {}

    private record Thing(String id) {}

    private record Seats(int confirmed, int waiting) {}

    private record Event(Seats seats) {}

    /** What of it can be counted now; a service that does not answer, or refuses the list, leaves its part out. */
    List<Count> by(Visitor visitor, Step step, String id) {
        return switch (step.done()) {
            case "event.cancel" -> registrations(visitor, id);
            case "organization.suspend" -> ofOrganization(visitor, id);
            default -> List.of();
        };
    }

    private List<Count> registrations(Visitor visitor, String event) {
        var seats = api.get(visitor, Event.class, "events", event).seats();
        return List.of(
                new Count("touched.registrations", seats.confirmed(), false),
                new Count("touched.waiting", seats.waiting(), false));
    }

    private List<Count> ofOrganization(Visitor visitor, String organization) {
        var theirs = Map.of("organizationId", organization, "limit", Integer.toString(MOST));
        var lists = new LinkedHashMap<String, Parts.Loading<Thing>>();
        for (var kind : List.of("events", "programs", "partnerships")) {
            lists.put(kind, parts.load(() -> api.list(visitor, Thing.class, theirs, kind)));
        }
        var counts = new ArrayList<Count>();
        lists.forEach((kind, list) -> {
            var part = part(list);
            if (part.available()) {
                counts.add(new Count("touched." + kind, part.items().size(), part.nextCursor() != null));
            }
        });
        return counts;
    }

    private static Part<Thing> part(Parts.Loading<Thing> list) {
        try {
            return list.get();
        } catch (ProblemException refused) {
            log.warn("What a suspension touches is not counted: {}", refused.getMessage());
            return Part.unavailable();
        }
    }
}
