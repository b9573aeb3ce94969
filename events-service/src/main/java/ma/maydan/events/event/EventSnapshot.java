package ma.maydan.events.event;

import java.time.Instant;
import ma.maydan.starter.text.LocalizedText;

/** What other services learn of an event. */
record EventSnapshot(
        String id,
        String hostOrganizationId,
        LocalizedText title,
        Event.Kind kind,
        Event.Format format,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        Event.Status status) {

    static EventSnapshot of(Event event) {
        return new EventSnapshot(
                event.id(),
                event.hostOrganizationId(),
                event.title(),
                event.kind(),
                event.format(),
                event.startsAt(),
                event.endsAt(),
                event.capacity(),
                event.status());
    }
}
