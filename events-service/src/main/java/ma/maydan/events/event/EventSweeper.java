package ma.maydan.events.event;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells others of events that are over. Who reads one knows it at once, by the clock. */
@Component
class EventSweeper {

    private final EventStore events;
    private final Clock clock;

    EventSweeper(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        var now = clock.instant();
        for (var event : events.over(now)) {
            var completed = event.complete(now);
            if (completed != null) {
                // One that changed meanwhile is found again.
                events.tryUpdate(completed);
            }
        }
    }
}
