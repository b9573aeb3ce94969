package ma.maydan.events.event;

import java.time.Instant;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;

/** Somebody in front of an event, at a time. */
record EventSituation(Event event, Actor actor, Instant now) implements Situation<Event.Status> {

    @Override
    public Event.Status state() {
        return event.status();
    }
}
