package ma.maydan.events.event;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import ma.maydan.events.question.Question;
import ma.maydan.events.seats.Booking;
import ma.maydan.events.seats.Part;
import ma.maydan.events.seats.Quotas;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Shrinking;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Terms;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import ma.maydan.starter.schedule.WorkStore;
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
    private final WorkStore work;
    private final Clock clock;

    EventSeats(EventStore events, SeatLedgerStore ledgers, WorkStore work, Clock clock) {
        this.events = events;
        this.ledgers = ledgers;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Event.SEATS;
    }

    @Override
    public void run(Work piece, Lease lease) {
        events.find(piece.subject()).ifPresent(event -> {
            follow(event);
            if (!event.content().seating().sharing().allotments().isEmpty()) {
                giveKept(event.id());
            }
        });
    }

    /** Those who wait for a seat that is kept for their organization get it. */
    void giveKept(String eventId) {
        var now = clock.instant();
        work.put(Due.at(Allotment.GIVEN, eventId, now), now.toEpochMilli());
    }

    /** Before it is seen: whoever sees it can register. */
    void open(Event event) {
        ledgers.open(event.id(), terms(event));
    }

    /**
     * Writes a change of a published event, before which seats that it takes away are given no more.
     *
     * @throws ProblemException 409 {@code capacity-taken} when more are taken than it would have, {@code option-taken}
     *     when more have chosen an option than it would allow, {@code
     *     waiting-order-fixed} when the order of the waiting list stays
     */
    Event around(Event before, Event after, Supplier<Event> write) {
        if (before.status() != Event.Status.PUBLISHED || before.content().equals(after.content())) {
            return write.get();
        }
        requireSameOrder(before, after);
        var reserved = isNarrower(terms(before), terms(after)) ? reserve(after) : null;
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

    private static boolean isNarrower(Terms before, Terms after) {
        return after.capacity() < before.capacity() || !after.quotas().equals(before.quotas());
    }

    private void requireSameOrder(Event before, Event after) {
        var order = after.content().seating().sharing();
        if (!before.content().seating().sharing().hasOrderOf(order) && ledgers.isOrderFixed(before.id())) {
            throw ProblemException.conflict("waiting-order-fixed");
        }
    }

    private @Nullable Step reserve(Event after) {
        return switch (ledgers.shrink(after.id(), terms(after)).orElse(null)) {
            case Shrinking.Reserved(var step) -> step;
            case Shrinking.TooMany(var taken) ->
                throw new ProblemException(HttpStatus.CONFLICT, "capacity-taken", taken);
            case Shrinking.PartTaken(var option, var taken) ->
                throw new ProblemException(HttpStatus.CONFLICT, "option-taken", taken);
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
                    return ledger != null && ledger.open(now) > 0;
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
                seating.offerHours() != null,
                seating.sharing().waitingOrder(),
                new Quotas(limits(event.content().questions()), allotments(event)));
    }

    /** Until the host's time, and not when registration is closed. */
    private static List<Quotas.Allotment> allotments(Event event) {
        var end = event.content().registrationEnd();
        return event.content().seating().sharing().allotments().stream()
                .map(one -> new Quotas.Allotment(
                        one.organizationId(), one.seats(), one.releasesAt().isBefore(end) ? one.releasesAt() : end))
                .toList();
    }

    private static Map<String, Integer> limits(List<Question> questions) {
        var limits = new HashMap<String, Integer>();
        questions.forEach(question -> question.limited()
                .forEach(option -> limits.put(Part.option(question.id(), option.id()), option.limit())));
        return limits;
    }
}
