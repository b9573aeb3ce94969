package ma.maydan.events.registration;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import ma.maydan.events.seats.SeatLedger.Booking;
import ma.maydan.events.seats.SeatLedger.Step;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.mongo.DuplicateValueException;
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
            case CANCEL ->
                cancelled(
                        eventId,
                        step,
                        registrations
                                .find(Objects.requireNonNull(step.registrationId()))
                                .orElse(null));
        }
        giveFreeSeats(eventId);
    }

    /**
     * Writes the registration that holds the claimed seat or the place in the waiting list.
     *
     * @return what the request made, now or when it was answered before
     * @throws DuplicateValueException when the person has another active one; the seat or place is given back
     */
    Registration register(String eventId, Step step) {
        var position = step.position();
        var takenBack = position == null ? Booking.SEAT_FREED : Booking.left(position);
        try {
            var written = registrations.insert(Registration.made(eventId, step, clock.instant()));
            // A repetition of the request may have written it under a step of its own.
            if (!written.step().equals(step.id())) {
                endAndServe(eventId, step, takenBack);
            } else if (ledgers.finish(eventId, step)) {
                giveFreeSeats(eventId);
            }
            return written;
        } catch (DuplicateValueException e) {
            endAndServe(eventId, step, takenBack);
            throw e;
        }
    }

    /**
     * Cancels the registration and gives back what it held.
     *
     * @param found the registration as it was read last, null when there is none
     * @return the registration as it is then
     */
    @Nullable
    Registration cancelled(String eventId, Step step, @Nullable Registration found) {
        var registration = found;
        while (registration != null && registration.isActive()) {
            var cancelled = registration.cancel(step.id(), clock.instant());
            registration = registrations.tryUpdate(cancelled)
                    ? cancelled.state()
                    : registrations.find(registration.id()).orElse(null);
        }
        endAndServe(eventId, step, registration == null ? Booking.NOTHING : booking(registration, step));
        return registration;
    }

    /** Serves the waiting list while there are free seats. */
    void giveFreeSeats(String eventId) {
        serve(eventId, ledgers.promote(eventId));
    }

    private void endAndServe(String eventId, Step step, Booking booking) {
        serve(eventId, ledgers.endAndPromote(eventId, step, booking));
    }

    private void serve(String eventId, Optional<Step> promotion) {
        var next = promotion;
        while (next.isPresent()) {
            next = promoted(eventId, next.get());
        }
    }

    /**
     * Gives the seat that the step holds to the first who waits, or back when nobody does. Only who waited when the
     * step began is served, so that one that ended elsewhere serves nobody again.
     *
     * @return the promotion that follows
     */
    private Optional<Step> promoted(String eventId, Step step) {
        while (true) {
            var first = registrations.firstWaiting(eventId, step.position()).orElse(null);
            var promoted = first == null ? registrations.promotedBy(step.id()).orElse(null) : tryPromote(first, step);
            if (promoted != null) {
                return ledgers.endAndPromote(eventId, step, left(promoted));
            }
            if (first == null) {
                ledgers.end(eventId, step, Booking.SEAT_FREED);
                return Optional.empty();
            }
        }
    }

    /** Whom the step serves; null when the first who waits changed meanwhile. */
    private @Nullable Registration tryPromote(Registration first, Step step) {
        try {
            var promoted = first.promote(step.id(), clock.instant());
            return registrations.tryUpdate(promoted) ? promoted.state() : null;
        } catch (DuplicateValueException servedAlready) {
            return registrations.promotedBy(step.id()).orElse(null);
        }
    }

    /** What the registration gave back by this step; nothing when another step cancelled it. */
    private static Booking booking(Registration registration, Step step) {
        if (!step.id().equals(registration.cancellation())) {
            return Booking.NOTHING;
        }
        return registration.cancelledFrom() == Registration.Status.CONFIRMED ? Booking.SEAT_FREED : left(registration);
    }

    private static Booking left(Registration registration) {
        // Registrations from before kept no position when they had left; 0 is before the front of every list.
        return Booking.left(Objects.requireNonNullElse(registration.position(), 0L));
    }
}
