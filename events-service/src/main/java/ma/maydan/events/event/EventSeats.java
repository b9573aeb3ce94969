package ma.maydan.events.event;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import ma.maydan.events.seats.Booking;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Shrinking;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Terms;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets the ledger of an event go by what the event says of its seats: at once, and by due work that is written with the
 * event, should the process die between the two.
 */
@Component
class EventSeats implements WorkHandler {

    private final EventStore events;
    private final SeatLedgerStore ledgers;

    EventSeats(EventStore events, SeatLedgerStore ledgers) {
        this.events = events;
        this.ledgers = ledgers;
    }

    @Override
    public String kind() {
        return Event.SEATS;
    }

    @Override
    public void run(Work work, Lease lease) {
        events.find(work.subject()).ifPresent(this::follow);
    }

    /** Before it is seen: whoever sees it can register. */
    void open(Event event) {
        ledgers.open(event.id(), terms(event));
    }

    /**
     * Writes a change of a published event, before which seats that it takes away are given no more.
     *
     * @throws ProblemException 409 {@code capacity-taken} when more are taken than it would have
     */
    Event around(Event before, Event after, Supplier<Event> write) {
        if (before.status() != Event.Status.PUBLISHED || before.content().equals(after.content())) {
            return write.get();
        }
        var fewer = after.content().seating().capacity()
                < before.content().seating().capacity();
        var reserved = fewer ? reserve(after) : null;
        try {
            var written = write.get();
            follow(written);
            return written;
        } finally {
            if (reserved != null) {
                ledgers.end(before.id(), reserved, Booking.NOTHING);
            }
        }
    }

    private @Nullable Step reserve(Event after) {
        var capacity = after.content().seating().capacity();
        return switch (ledgers.shrink(after.id(), capacity).orElse(null)) {
            case Shrinking.Reserved(var step) -> step;
            case Shrinking.TooMany(var taken) ->
                throw new ProblemException(HttpStatus.CONFLICT, "capacity-taken", taken);
            case null -> null;
        };
    }

    void follow(Event event) {
        if (event.status() == Event.Status.CANCELLED) {
            ledgers.close(event.id());
        } else {
            ledgers.follow(event.id(), terms(event));
        }
    }

    /** Those of some events at which a seat can be had now. */
    List<Event> free(List<Event> some, Instant now) {
        var open = some.stream().filter(event -> event.takesRegistrations(now)).toList();
        var known = ledgers.findAll(open.stream().map(Event::id).toList());
        return open.stream()
                .filter(event -> {
                    var ledger = known.get(event.id());
                    return ledger != null && ledger.seats().free() > 0;
                })
                .toList();
    }

    private static Terms terms(Event event) {
        var seating = event.content().seating();
        return new Terms(
                event.version(),
                seating.capacity(),
                seating.window().registrationOpensAt(),
                event.content().registrationEnd(),
                seating.offerHours() != null);
    }
}
