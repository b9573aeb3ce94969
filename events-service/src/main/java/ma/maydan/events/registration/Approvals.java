package ma.maydan.events.registration;

import java.time.Clock;
import java.util.Set;
import ma.maydan.events.event.EventService;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.Taking;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.stereotype.Service;

/** The host answers who asked to come. */
@Service
class Approvals {

    private static final Set<Status> APPROVED = Set.of(Status.CONFIRMED, Status.WAITLISTED);

    private final RegistrationStore registrations;
    private final RegistrationChanges changes;
    private final SeatRequests requests;
    private final SeatSteps steps;
    private final EventService events;
    private final Clock clock;

    Approvals(
            RegistrationStore registrations,
            RegistrationChanges changes,
            SeatRequests requests,
            SeatSteps steps,
            EventService events,
            Clock clock) {
        this.registrations = registrations;
        this.changes = changes;
        this.requests = requests;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The host gives who asked a seat, or a place in the waiting list.
     *
     * @throws ProblemException 409 {@code registration-closed} when no seat is free and no place is given any more
     */
    Registration approve(String id, ExpectedVersion expected, Caller caller) {
        var registration = changes.requireAllowed(RegistrationTransition.APPROVE, id, expected, caller);
        var event = events.find(registration.eventId()).orElseThrow(ProblemException::notFound);
        var step = switch (requests.approve(event, registration)) {
            case Taking.Given(var given) -> given;
            case Taking.UnderWay(var begun) -> begun;
            case Taking.Full full -> throw ProblemException.stale();
            case Taking.Closed() -> throw RegistrationChanges.closed();
        };
        var approved = steps.changed(event.id(), step, registration);
        // The step of somebody else may have been under way.
        if (approved == null || !APPROVED.contains(approved.status())) {
            throw ProblemException.stale();
        }
        return approved;
    }

    /** The host declines who asked. */
    Registration decline(String id, ExpectedVersion expected, Reason reason, Caller caller) {
        var registration = changes.require(id, caller);
        expected.require(registration.version());
        var event = events.find(registration.eventId()).orElseThrow(ProblemException::notFound);
        var declined = registration.decline(reason, changes.actor(registration, event, caller), event, clock.instant());
        if (!registrations.tryUpdate(HolderNews.of(declined, event, reason))) {
            throw ProblemException.stale();
        }
        return declined.state();
    }
}
