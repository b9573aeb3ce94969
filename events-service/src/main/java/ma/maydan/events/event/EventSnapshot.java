package ma.maydan.events.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import ma.maydan.starter.text.LocalizedText;

/**
 * What other services learn of an event.
 *
 * @param coHostOrganizationIds of those that have accepted
 */
record EventSnapshot(
        String id,
        String hostOrganizationId,
        List<String> coHostOrganizationIds,
        @JsonUnwrapped Content content,
        Event.Status status) {

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
                event.ties().coHosts().stream()
                        .filter(CoHost::hasAccepted)
                        .map(CoHost::organizationId)
                        .toList(),
                new Content(
                        content.title(),
                        content.kind(),
                        content.format(),
                        schedule.startsAt(),
                        schedule.endsAt(),
                        content.seating().capacity()),
                event.status());
    }
}
