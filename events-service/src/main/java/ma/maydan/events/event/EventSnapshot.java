package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import ma.maydan.starter.text.LocalizedText;

/** What other services learn of an event. */
record EventSnapshot(
        String id, String hostOrganizationId, @JsonUnwrapped Content content, Event.Status status) {

    record Content(
            LocalizedText title,
            Event.Kind kind,
            Event.Format format,
            Instant startsAt,
            Instant endsAt,
            int capacity) {}

    static EventSnapshot of(Event event) {
        var content = event.content();
        var schedule = content.schedule();
        return new EventSnapshot(
                event.id(),
                event.hostOrganizationId(),
                new Content(
                        content.title(),
                        content.kind(),
                        content.format(),
                        schedule.startsAt(),
                        schedule.endsAt(),
                        content.capacity()),
                event.status());
    }
}
