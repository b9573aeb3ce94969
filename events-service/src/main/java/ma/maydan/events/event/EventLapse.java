package ma.maydan.events.event;

import java.time.Clock;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/** Drops a proposed change when it is too late for it. Nobody accepts it any more then, by the clock. */
@Component
class EventLapse implements WorkHandler {

    private final EventStore events;
    private final Clock clock;

    EventLapse(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Event.LAPSE;
    }

    @Override
    public void run(Work work, Lease lease) {
        while (true) {
            var lapsed = events.find(work.subject())
                    .map(event -> new Revision(event, clock.instant()).lapse())
                    .orElse(null);
            if (lapsed == null || events.tryUpdate(lapsed)) {
                return;
            }
        }
    }
}
