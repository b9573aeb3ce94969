package ma.maydan.events.event;

import java.time.Instant;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;

/**
 * Somebody in front of an event, at a time.
 *
 * @param trusted whether its host publishes without the cluster
 */
record EventSituation(Event event, Actor actor, boolean trusted, Instant now) implements Situation<Event.Status> {

    /** Where it does not matter whether the host is trusted. */
    EventSituation(Event event, Actor actor, Instant now) {
        this(event, actor, false, now);
    }

    @Override
    public Event.Status state() {
        return event.status();
    }
}
