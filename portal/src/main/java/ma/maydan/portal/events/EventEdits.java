package ma.maydan.portal.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Component;

/** Changes a part of an event that has a page of its own, since the service takes an event whole. */
@Component
public class EventEdits {

    private final Api api;
    private final Kind<Event> kind;

    EventEdits(Api api, Kind<Event> kind) {
        this.api = api;
        this.kind = kind;
    }

    /** @throws ProblemException 409 when it cannot be edited now, or not by this person */
    public Event require(Visitor visitor, String id) {
        var event = api.get(visitor, Event.class, "events", id);
        if (!event.isEditable()) {
            throw ProblemException.of(409, "invalid-transition");
        }
        return event;
    }

    /** Sends these with all that the event says, as its own form sends it. */
    public void send(Visitor visitor, String version, Event event, Map<String, ?> changed) {
        var fields = Objects.requireNonNull(kind.form());
        var body = new LinkedHashMap<>(fields.filled(event, event.version()).body());
        body.putAll(changed);
        api.replace(visitor, version, body, "events", event.id());
    }
}
