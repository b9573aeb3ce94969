package ma.maydan.events.event;

import java.time.Clock;
import java.util.List;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The events that everybody finds. */
@Service
class PublicEvents {

    private final EventStore events;
    private final EventSeats seats;
    private final Clock clock;

    PublicEvents(EventStore events, EventSeats seats, Clock clock) {
        this.events = events;
        this.seats = seats;
        this.clock = clock;
    }

    /** See {@link PublicEventStore#page}. */
    Page<Event> page(EventFilter filter, Paging paging) {
        return events.everybodys().page(filter, clock.instant(), paging, this::withFreeSeats);
    }

    /** See {@link PublicEventStore#count}. */
    @Nullable
    Integer count(EventFilter filter) {
        return events.everybodys().count(filter, clock.instant(), this::withFreeSeats);
    }

    /** See {@link PublicEventStore#related}. */
    List<Event> related(Event event) {
        return events.everybodys().related(event, clock.instant());
    }

    private List<Event> withFreeSeats(List<Event> some) {
        return seats.free(some, clock.instant());
    }
}
