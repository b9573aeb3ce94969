package ma.maydan.events.event;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.file.Files;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.schedule.Due;
import org.jspecify.annotations.Nullable;

/** What follows from a step that has been taken with an event: who hears of it, and what is to be done at its times. */
final class EventNews {

    private EventNews() {}

    /** @param event as it was before the step */
    static List<Due> of(Event event, EventTransition taken, @Nullable Reason reason, Instant now) {
        var id = event.id();
        return switch (taken) {
            case PUBLISH, SELF_PUBLISH ->
                with(
                        Stream.concat(EventReminder.of(event, now), event.releases()),
                        told(event, taken, null, now, List.of(event.hosts())),
                        Due.at(Event.END, id, event.schedule().endsAt()),
                        EventFollowUp.of(event));
            case RETURN -> List.of(told(event, taken, reason, now, List.of(event.hosts())));
            case DELETE -> Files.letGo(event.imageFile(), null, now);
            case CANCEL ->
                with(
                        EventReminder.none(event),
                        told(event, taken, reason, now, List.of(event.hosts(), event.registered())),
                        Due.never(Event.LAPSE, id),
                        Due.never(Event.END, id),
                        Due.never(EventFollowUp.WORK, id),
                        Due.at(Event.SEATS, id, now));
            default -> List.of();
        };
    }

    private static List<Due> with(Stream<Due> reminders, Due... others) {
        return Stream.concat(Stream.of(others), reminders).toList();
    }

    private static Due told(Event event, EventTransition taken, @Nullable Reason reason, Instant now, List<Told> to) {
        return event.telling(EventTransition.LIFE_CYCLE.eventType(taken))
                .because(reason)
                .to(to)
                .due(event.id(), event.version() + 1, now);
    }
}
