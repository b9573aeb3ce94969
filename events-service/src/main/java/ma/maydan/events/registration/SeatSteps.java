package ma.maydan.events.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Booking;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Step;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.schedule.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings a step that the ledger holds to its end. Each method may run twice, at the same time, in two processes: a
 * registration carries the id of the step that changed it, and only who takes the step out of the ledger books it.
 */
@Component
class SeatSteps {

    private final SeatLedgerStore ledgers;
    private final RegistrationStore registrations;
    private final Choosing choosing;
    private final EventService events;
    private final Clock clock;

    SeatSteps(
            SeatLedgerStore ledgers,
            RegistrationStore registrations,
            Choosing choosing,
            EventService events,
            Clock clock) {
        this.ledgers = ledgers;
        this.registrations = registrations;
        this.choosing = choosing;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Goes on where the process that began the step was stopped.
     *
     * @return false when the step waits: a turn of an event whose host is suspended
     */
    boolean resume(String eventId, Step step) {
        switch (step.kind()) {
            case CLAIM, QUEUE -> {
                if (step.claimant() == null) {
                    changed(eventId, step, find(step));
                } else {
                    register(eventId, events.find(eventId).orElse(null), step);
                }
            }
            case PROMOTE, OFFER -> {
                if (!ledgers.isOpen(eventId)) {
                    takeBack(eventId, step);
                } else if (events.takesRegistrations(eventId)) {
                    serve(eventId, served(eventId, step, () -> events.takesRegistrations(eventId)));
                } else {
                    return false;
                }
            }
            case CHOOSE -> choosing.takeBack(eventId, step);
            case ACCEPT, EXPIRE, CANCEL, RELEASE, KEPT -> changed(eventId, step, find(step));
            case RESIZE -> {
                events.seat(eventId);
                ledgers.end(eventId, step, Booking.NOTHING);
            }
        }
        giveFreeSeats(eventId);
        return true;
    }

    private @Nullable Registration find(Step step) {
        return registrations.find(Objects.requireNonNull(step.registrationId())).orElse(null);
    }

    /**
     * Writes the registration that holds the claimed seat or the place in the waiting list.
     *
     * @param event null when it is not known any more
     * @return what the request made, now or when it was answered before
     * @throws DuplicateValueException when the person has another active one; the seat or place is given back
     */
    Registration register(String eventId, @Nullable Event event, Step step) {
        try {
            return write(eventId, event, step);
        } catch (DuplicateValueException e) {
            endAndServe(eventId, step, Bookings.unmade(step));
            throw e;
        }
    }

    /** The same; the step stays when the person, or the slot of the organization, is taken. */
    Registration write(String eventId, @Nullable Event event, Step step) {
        var made = Registration.made(ForEvent.of(eventId, event), step, clock.instant());
        var written = registrations.insert(HolderNews.of(made, event));
        // A repetition of the request may have written it under a step of its own.
        if (!written.origin().step().equals(step.id())) {
            endAndServe(eventId, step, Bookings.unmade(step));
        } else if (ledgers.finish(eventId, step)) {
            giveFreeSeats(eventId);
        }
        return written;
    }

    /**
     * Changes the registration as the step says, unless it is not to be changed so any more, and books what follows.
     *
     * @param found the registration as it was read last, null when there is none
     * @return the registration as it is then
     */
    @Nullable
    Registration changed(String eventId, Step step, @Nullable Registration found) {
        var registration = found;
        var change = change(registration, step);
        while (registration != null && change != null) {
            registration = registrations.tryUpdate(change)
                    ? change.state()
                    : registrations.find(registration.id()).orElse(null);
            change = change(registration, step);
        }
        endAndServe(eventId, step, Bookings.of(registration, step));
        return registration;
    }

    /** Null when there is nothing to change, or it is changed. What gives back a kept seat says so. */
    private @Nullable Change<Registration> change(@Nullable Registration registration, Step step) {
        var change = changeBy(registration, step);
        return change != null && change.state().givesKept()
                ? change.and(Due.at(KeptSeats.WORK, change.state().id(), clock.instant()))
                : change;
    }

    private @Nullable Change<Registration> changeBy(@Nullable Registration registration, Step step) {
        if (registration == null || registration.movedBy(step) != null) {
            return null;
        }
        var now = clock.instant();
        return switch (step.kind()) {
            case CLAIM, QUEUE -> choosing(told(registration.approve(step, now)), now);
            case KEPT -> choosing(told(registration.takeKept(step, now)), now);
            case ACCEPT -> registration.accept(step, now);
            case EXPIRE -> toldWhileGiven(registration.expire(step, now), now);
            case RELEASE -> GuestForgetting.with(registration, toldWhileGiven(registration.release(step, now), now));
            default ->
                registration.holder().isOwnOrUnnamed()
                        ? GuestForgetting.with(registration, registration.cancel(step, now))
                        : told(registration.cancel(step, now));
        };
    }

    /** Serves the waiting list while there are free seats and the event takes registrations. */
    void giveFreeSeats(String eventId) {
        if (events.takesRegistrations(eventId)) {
            serve(eventId, ledgers.turn(eventId));
        }
    }

    private void endAndServe(String eventId, Step step, Booking booking) {
        serve(eventId, end(eventId, step, booking));
    }

    private void serve(String eventId, List<Step> turns) {
        var next = new ArrayDeque<>(turns);
        while (!next.isEmpty()) {
            var step = next.poll();
            next.addAll(served(eventId, step, () -> !isLeft(step)));
        }
    }

    /** Ends a step; begins the turn that it makes possible, while the event takes registrations. */
    private List<Step> end(String eventId, Step step, Booking booking) {
        if (events.takesRegistrations(eventId)) {
            return ledgers.endAndTurn(eventId, step, booking);
        }
        ledgers.end(eventId, step, booking);
        return List.of();
    }

    /**
     * Gives or offers the seat that the step has taken to the first who waits, or gives it back when nobody does. Only
     * who waited when the step began is served, so that one that ended elsewhere serves nobody again.
     *
     * @param goOn asked before each attempt; when it says no, the step stays for the sweeper
     * @return the turn that follows
     */
    private List<Step> served(String eventId, Step step, BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            var first = registrations.firstWaiting(eventId, step.position()).orElse(null);
            var served = first == null ? registrations.promotedBy(step.id()).orElse(null) : tryServe(first, step);
            if (served != null) {
                return end(eventId, step, Bookings.left(served));
            }
            if (first == null) {
                ledgers.end(eventId, step, Bookings.takenBack(step));
                return List.of();
            }
        }
        return List.of();
    }

    /** Whether the sweeper goes on with it: whoever began it writes nothing any more. */
    private boolean isLeft(Step step) {
        return !step.at().isAfter(clock.instant().minus(SeatSweeper.ABANDONED));
    }

    /**
     * A turn that was left half-way until no seat was given any more serves nobody, unless it did before. Who is
     * on the way to serve somebody all the same finds the first who waits changed.
     */
    private void takeBack(String eventId, Step step) {
        while (true) {
            var served = registrations.promotedBy(step.id()).orElse(null);
            if (served != null) {
                ledgers.end(eventId, step, Bookings.left(served));
                return;
            }
            var first = registrations.firstWaiting(eventId, step.position()).orElse(null);
            if (first == null || registrations.touch(first)) {
                ledgers.end(eventId, step, Bookings.takenBack(step));
                return;
            }
        }
    }

    /** Whom the step serves; null when the first who waits changed meanwhile. */
    private @Nullable Registration tryServe(Registration first, Step step) {
        try {
            var event = events.find(first.eventId()).orElse(null);
            var served = HolderNews.of(service(first, step, event), event);
            return registrations.tryUpdate(served) ? served.state() : null;
        } catch (DuplicateValueException servedAlready) {
            return registrations.promotedBy(step.id()).orElse(null);
        }
    }

    private Change<Registration> service(Registration first, Step step, @Nullable Event event) {
        var now = clock.instant();
        if (step.kind() == Kind.PROMOTE) {
            return Objects.requireNonNull(choosing(first.promote(step, now), now));
        }
        return first.offer(step, event == null ? now : event.content().offerEnd(now), now);
    }

    /** Who has a seat now has what they chose as well, as far as there is some. */
    private @Nullable Change<Registration> choosing(@Nullable Change<Registration> change, Instant now) {
        return change == null || change.state().status() != Status.CONFIRMED
                ? change
                : change.and(Choosing.following(
                        change.state(), events.find(change.state().eventId()).orElse(null), now));
    }

    private @Nullable Change<Registration> told(@Nullable Change<Registration> change) {
        return change == null
                ? null
                : HolderNews.of(change, events.find(change.state().eventId()).orElse(null));
    }

    /** Nobody hears that an offer or a seat is over when the whole event is: who held it heard that. */
    private @Nullable Change<Registration> toldWhileGiven(@Nullable Change<Registration> over, Instant now) {
        return over == null
                ? null
                : events.find(over.state().eventId())
                        .filter(event -> event.givesSeats(now))
                        .map(event -> HolderNews.of(over, event))
                        .orElse(over);
    }
}
