package ma.maydan.events.registration;

import java.time.Clock;
import ma.maydan.events.seats.SeatLedger.Step;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.SeatLedgerStore.Booking;
import ma.maydan.starter.mongo.DuplicateValueException;
import org.springframework.stereotype.Component;

/**
 * Brings a step that the ledger holds to its end. Each method may run twice, at the same time, in two processes: a
 * registration carries the id of the step that changed it, and only who takes the step out of the ledger books it.
 */
@Component
class SeatSteps {

    private final SeatLedgerStore ledgers;
    private final RegistrationStore registrations;
    private final Clock clock;

    SeatSteps(SeatLedgerStore ledgers, RegistrationStore registrations, Clock clock) {
        this.ledgers = ledgers;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Goes on where the process that began the step was stopped. */
    void resume(String eventId, Step step) {
        switch (step.kind()) {
            case CLAIM, QUEUE -> register(eventId, step);
            case PROMOTE -> promoted(eventId, step);
            case CANCEL -> cancelled(eventId, step);
        }
        giveFreeSeats(eventId);
    }

    /**
     * Writes the registration that holds the claimed seat or the place in the waiting list.
     *
     * @throws DuplicateValueException when the person has another active one; the seat or place is given back
     */
    Registration register(String eventId, Step step) {
        var id = known(step.registrationId());
        var person = known(step.claimant());
        var position = step.position();
        var change = position == null
                ? Registration.confirmed(id, eventId, person, step.claimantName(), step.id(), clock.instant())
                : Registration.waitlisted(
                        id, eventId, person, step.claimantName(), position, step.id(), clock.instant());
        var takenBack = position == null ? Booking.SEAT_FREED : Booking.LEFT_THE_LIST;
        try {
            var written = registrations.insert(change);
            // A repetition of the request may have written it under a step of its own.
            ledgers.end(eventId, step, written.step().equals(step.id()) ? Booking.NOTHING : takenBack);
            return written;
        } catch (DuplicateValueException e) {
            ledgers.end(eventId, step, takenBack);
            throw e;
        }
    }

    /** Cancels the registration and gives back what it held. */
    void cancelled(String eventId, Step step) {
        var id = known(step.registrationId());
        while (true) {
            var registration = registrations.find(id).orElse(null);
            if (registration == null) {
                ledgers.end(eventId, step, Booking.NOTHING);
                return;
            }
            if (!registration.isActive()) {
                var ours = step.id().equals(registration.cancellation());
                ledgers.end(eventId, step, ours ? booking(registration) : Booking.NOTHING);
                return;
            }
            registrations.tryUpdate(registration.cancel(step.id(), clock.instant()));
        }
    }

    /** Gives the seat that the step holds to the first who waits, or back when nobody does. */
    private void promoted(String eventId, Step step) {
        while (registrations.promotedBy(step.id()).isEmpty()) {
            if (!ledgers.isPending(eventId, step)) {
                return;
            }
            var first = registrations.firstWaiting(eventId).orElse(null);
            if (first == null) {
                ledgers.end(eventId, step, Booking.SEAT_FREED);
                return;
            }
            try {
                registrations.tryUpdate(first.promote(step.id(), clock.instant()));
            } catch (DuplicateValueException anotherProcessWasFirst) {
                break;
            }
        }
        ledgers.end(eventId, step, Booking.LEFT_THE_LIST);
    }

    /** Serves the waiting list while there are free seats. */
    void giveFreeSeats(String eventId) {
        for (var step = ledgers.promote(eventId); step.isPresent(); step = ledgers.promote(eventId)) {
            promoted(eventId, step.get());
            if (registrations.promotedBy(step.get().id()).isEmpty()) {
                return;
            }
        }
    }

    private static Booking booking(Registration cancelled) {
        return cancelled.cancelledFrom() == Registration.Status.CONFIRMED ? Booking.SEAT_FREED : Booking.LEFT_THE_LIST;
    }

    private static String known(@org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("The step lacks what its kind always has");
        }
        return value;
    }
}
