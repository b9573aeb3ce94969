package ma.maydan.events.registration;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.event.MyRegistration;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** A person registers for an event, and cancels. */
@Service
class RegistrationService implements MyRegistration.Finder {

    private final RegistrationStore registrations;
    private final SeatLedgerStore ledgers;
    private final SeatSteps steps;
    private final EventService events;

    RegistrationService(
            RegistrationStore registrations, SeatLedgerStore ledgers, SeatSteps steps, EventService events) {
        this.registrations = registrations;
        this.ledgers = ledgers;
        this.steps = steps;
        this.events = events;
    }

    /**
     * Takes a seat, or the last place in the waiting list when none is free or others wait.
     *
     * @param id of the registration; the same id never takes two
     * @throws ProblemException 404 for an event that the caller does not see, 409 {@code registration-closed} or
     *     {@code already-registered}
     */
    Registration register(String id, String eventId, Caller caller) {
        var event = events.require(eventId, caller);
        var repeated = registrations.find(id);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        if (!events.takesRegistrations(event)) {
            throw new ProblemException(HttpStatus.CONFLICT, "registration-closed");
        }
        var person = caller.requireId();
        if (registrations.active(eventId, person).isPresent()) {
            throw alreadyRegistered();
        }
        try {
            var seat = ledgers.claim(eventId, id, person, caller.name());
            if (seat.isPresent()) {
                return steps.register(eventId, seat.get());
            }
            var place = ledgers.queue(eventId, id, person, caller.name()).orElseThrow(this::alreadyRegistered);
            var waiting = steps.register(eventId, place);
            // A seat may have become free between the two attempts.
            steps.giveFreeSeats(eventId);
            return registrations.find(waiting.id()).orElse(waiting);
        } catch (DuplicateValueException e) {
            steps.giveFreeSeats(eventId);
            throw alreadyRegistered();
        }
    }

    Registration cancel(String id, ExpectedVersion expected, Caller caller) {
        var registration = registrations
                .find(id)
                .filter(found -> found.personId().equals(caller.id()))
                .orElseThrow(ProblemException::notFound);
        expected.require(registration.version());
        if (!registration.isActive()) {
            throw ProblemException.invalidTransition(registration.allowedTransitions());
        }
        var step = ledgers.cancel(registration.eventId(), id).orElseThrow(ProblemException::notFound);
        steps.cancelled(registration.eventId(), step);
        steps.giveFreeSeats(registration.eventId());
        return registrations.find(id).orElseThrow(ProblemException::notFound);
    }

    /** A registration of the caller, or for an event that the caller runs. */
    Registration require(String id, Caller caller) {
        return registrations
                .find(id)
                .filter(found -> found.personId().equals(caller.id()) || runs(found.eventId(), caller))
                .orElseThrow(ProblemException::notFound);
    }

    Page<Registration> ofCaller(Caller caller, Paging paging) {
        return registrations.ofPerson(caller.requireId(), paging);
    }

    /**
     * @throws ProblemException 404 for who does not run the event
     */
    Page<Registration> ofEvent(String eventId, Caller caller, Paging paging) {
        if (!runs(eventId, caller)) {
            throw ProblemException.notFound();
        }
        return registrations.ofEvent(eventId, paging);
    }

    Map<String, Event> eventsOf(Collection<Registration> of) {
        return events.findAll(of.stream().map(Registration::eventId).distinct().toList());
    }

    /** 1 for who is next; null for who does not wait. */
    @Nullable
    Long place(Registration registration) {
        return registration.status() == Registration.Status.WAITLISTED
                ? Long.valueOf(registrations.waitingBefore(registration) + 1)
                : null;
    }

    @Override
    public Map<String, MyRegistration> byEvent(Collection<String> eventIds, String personId) {
        var mine = new HashMap<String, MyRegistration>();
        for (var one : registrations.active(eventIds, personId)) {
            mine.put(one.eventId(), new MyRegistration(one.id(), one.status().name(), place(one)));
        }
        return mine;
    }

    private boolean runs(String eventId, Caller caller) {
        return events.find(eventId)
                .filter(event -> events.isRunBy(event, caller))
                .isPresent();
    }

    private ProblemException alreadyRegistered() {
        return new ProblemException(HttpStatus.CONFLICT, "already-registered");
    }
}
