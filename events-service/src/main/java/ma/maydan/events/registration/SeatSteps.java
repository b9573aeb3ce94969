package ma.maydan.events.registration;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import ma.maydan.events.event.EventService;
import ma.maydan.events.registration.Registration.ForEvent;
import ma.maydan.events.seats.SeatLedger.Booking;
import ma.maydan.events.seats.SeatLedger.Step;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
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
    private final EventService events;
    private final Clock clock;

    SeatSteps(SeatLedgerStore ledgers, RegistrationStore registrations, EventService events, Clock clock) {
        this.ledgers = ledgers;
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Goes on where the process that began the step was stopped.
     *
     * @return false when the step waits: a promotion of an event whose host is suspended
     */
    boolean resume(String eventId, Step step) {
        switch (step.kind()) {
            case CLAIM, QUEUE -> {
                var event = events.find(eventId).map(RegistrationService::forEvent);
                register(event.orElse(new ForEvent(eventId, null, null)), step);
            }
            case PROMOTE -> {
                if (!ledgers.isOpen(eventId)) {
                    takeBack(eventId, step);
                } else if (events.takesRegistrations(eventId)) {
                    serve(eventId, promoted(eventId, step, () -> events.takesRegistrations(eventId)));
                } else {
                    return false;
                }
            }
            case CANCEL ->
                cancelled(
                        eventId,
                        step,
                        registrations
                                .find(Objects.requireNonNull(step.registrationId()))
                                .orElse(null));
        }
        giveFreeSeats(eventId);
        return true;
    }

    /**
     * Writes the registration that holds the claimed seat or the place in the waiting list.
     *
     * @return what the request made, now or when it was answered before
     * @throws DuplicateValueException when the person has another active one; the seat or place is given back
     */
    Registration register(ForEvent event, Step step) {
        var eventId = event.id();
        var position = step.position();
        var takenBack = position == null ? Booking.SEAT_FREED : Booking.left(position);
        try {
            var written = registrations.insert(Registration.made(event, step, clock.instant()));
            // A repetition of the request may have written it under a step of its own.
            if (!written.origin().step().equals(step.id())) {
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

    /** Serves the waiting list while there are free seats and the event takes registrations. */
    void giveFreeSeats(String eventId) {
        if (events.takesRegistrations(eventId)) {
            serve(eventId, ledgers.promote(eventId));
        }
    }

    private void endAndServe(String eventId, Step step, Booking booking) {
        serve(eventId, end(eventId, step, booking));
    }

    private void serve(String eventId, Optional<Step> promotion) {
        var next = promotion;
        while (next.isPresent()) {
            var step = next.get();
            next = promoted(eventId, step, () -> !isLeft(step));
        }
    }

    /** Ends a step; begins the promotion that it makes possible, while the event takes registrations. */
    private Optional<Step> end(String eventId, Step step, Booking booking) {
        if (events.takesRegistrations(eventId)) {
            return ledgers.endAndPromote(eventId, step, booking);
        }
        ledgers.end(eventId, step, booking);
        return Optional.empty();
    }

    /**
     * Gives the seat that the step holds to the first who waits, or back when nobody does. Only who waited when the
     * step began is served, so that one that ended elsewhere serves nobody again.
     *
     * @param goOn asked before each attempt; when it says no, the step stays for the sweeper
     * @return the promotion that follows
     */
    private Optional<Step> promoted(String eventId, Step step, BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            var first = registrations.firstWaiting(eventId, step.position()).orElse(null);
            var promoted = first == null ? registrations.promotedBy(step.id()).orElse(null) : tryPromote(first, step);
            if (promoted != null) {
                return end(eventId, step, left(promoted));
            }
            if (first == null) {
                ledgers.end(eventId, step, Booking.SEAT_FREED);
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether the sweeper goes on with it: whoever began it writes nothing any more. */
    private boolean isLeft(Step step) {
        return !step.at().isAfter(clock.instant().minus(SeatSweeper.ABANDONED));
    }

    /**
     * A promotion that was left half-way until no seat was given any more serves nobody, unless it did before. Who is
     * on the way to serve somebody all the same finds the first who waits changed.
     */
    private void takeBack(String eventId, Step step) {
        while (true) {
            var served = registrations.promotedBy(step.id()).orElse(null);
            if (served != null) {
                ledgers.end(eventId, step, left(served));
                return;
            }
            var first = registrations.firstWaiting(eventId, step.position()).orElse(null);
            if (first == null || registrations.touch(first)) {
                ledgers.end(eventId, step, Booking.SEAT_FREED);
                return;
            }
        }
    }

    /** Whom the step serves; null when the first who waits changed meanwhile. */
    private @Nullable Registration tryPromote(Registration first, Step step) {
        try {
            var promoted = told(first.promote(step.id(), clock.instant()));
            return registrations.tryUpdate(promoted) ? promoted.state() : null;
        } catch (DuplicateValueException servedAlready) {
            return registrations.promotedBy(step.id()).orElse(null);
        }
    }

    /** Whoever waited hears of the seat. */
    private Change<Registration> told(Change<Registration> promoted) {
        var to = promoted.state();
        return events.find(to.eventId())
                .map(event -> Telling.of(
                                promoted.eventType(),
                                "events",
                                event.id(),
                                event.content().title())
                        .at(event.startsAt())
                        .to(List.of(Told.person(to.personId())))
                        .due(to.id(), to.version(), to.updatedAt()))
                .map(promoted::and)
                .orElse(promoted);
    }

    /** What the registration gave back by this step; nothing when another step cancelled it. */
    private static Booking booking(Registration registration, Step step) {
        if (!step.id().equals(registration.stage().cancellation())) {
            return Booking.NOTHING;
        }
        return registration.stage().cancelledFrom() == Registration.Status.CONFIRMED
                ? Booking.SEAT_FREED
                : left(registration);
    }

    private static Booking left(Registration registration) {
        // Registrations from before kept no position when they had left; 0 is before the front of every list.
        return Booking.left(Objects.requireNonNullElse(registration.position(), 0L));
    }
}
