package ma.maydan.events.event;

import java.time.Clock;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/** Completes an event when it is over. Who reads one knows it at once, by the clock. */
@Component
class EventEnd implements WorkHandler {

    private final EventStore events;
    private final Clock clock;

    EventEnd(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Event.END;
    }

    @Override
    public void run(Work work, Lease lease) {
        while (true) {
            var completed = events.find(work.subject())
                    .map(event -> event.complete(clock.instant()))
                    .orElse(null);
            if (completed == null || events.tryUpdate(completed)) {
                return;
            }
        }
    }
}
