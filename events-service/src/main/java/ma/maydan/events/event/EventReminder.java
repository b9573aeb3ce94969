package ma.maydan.events.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import ma.maydan.starter.schedule.WorkStore;
import org.springframework.stereotype.Component;

/** Reminds those who have a seat a day before their event begins; each once for a version of the event. */
@Component
class EventReminder implements WorkHandler {

    static final String WORK = "event.reminder";

    private static final Duration BEFORE = Duration.ofHours(24);

    private final EventStore events;
    private final WorkStore work;
    private final Clock clock;

    EventReminder(EventStore events, WorkStore work, Clock clock) {
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /** For an event that has been published, or takes place at another time; none a day before it begins. */
    static Due of(Event event, Instant now) {
        var at = event.startsAt().minus(BEFORE);
        return at.isAfter(now) ? Due.at(WORK, event.id(), at) : Due.never(WORK, event.id());
    }

    @Override
    public String kind() {
        return WORK;
    }

    @Override
    public void run(Work piece, Lease lease) {
        var now = clock.instant();
        events.find(piece.subject())
                .filter(event -> event.givesSeats(now) && event.statusAt(now) == Event.Status.PUBLISHED)
                .filter(event -> !event.startsAt().minus(BEFORE).isAfter(now))
                .ifPresent(event -> work.put(reminder(event).due(event.id(), event.version(), now), event.version()));
    }

    private static Telling reminder(Event event) {
        return Telling.of(WORK, "events", event.id(), event.content().title())
                .at(event.startsAt())
                .to(List.of(new Told(Event.SEATED, event.id())));
    }
}
