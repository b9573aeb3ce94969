package ma.maydan.events.event;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Completes the events that nobody asked to be completed: those that were published before {@link EventEnd}. */
@Component
class EventSweeper {

    private static final Logger log = LoggerFactory.getLogger(EventSweeper.class);

    private final EventStore events;
    private final Clock clock;

    EventSweeper(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000)
    void sweep() {
        var now = clock.instant();
        for (var event : events.over(now)) {
            try {
                complete(event, now);
            } catch (RuntimeException e) {
                // The next round tries again; the others wait for nobody.
                log.error("Event {} is over and cannot be completed", event.id(), e);
            }
        }
    }

    private void complete(Event event, Instant now) {
        var completed = event.complete(now);
        if (completed != null) {
            // One that changed meanwhile is found again.
            events.tryUpdate(completed);
        }
    }
}
