package ma.maydan.events.registration;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** What becomes of a registration that was made: by who holds it, or by the clock. */
@Service
class RegistrationChanges {

    private final RegistrationStore registrations;
    private final SeatLedgerStore ledgers;
    private final SeatSteps steps;
    private final EventService events;
    private final OrganizationReplicas organizations;
    private final HeldSeats held;
    private final Clock clock;

    RegistrationChanges(
            RegistrationStore registrations,
            SeatLedgerStore ledgers,
            SeatSteps steps,
            EventService events,
            OrganizationReplicas organizations,
            HeldSeats held,
            Clock clock) {
        this.registrations = registrations;
        this.ledgers = ledgers;
        this.steps = steps;
        this.events = events;
        this.organizations = organizations;
        this.held = held;
        this.clock = clock;
    }

    /** A registration of the caller or an organization that the caller edits for, or for an event whose registrations the caller reads. */
    Registration require(String id, Caller caller) {
        return registrations
                .find(id)
                .filter(found -> found.personId().equals(caller.id())
                        || represents(found, caller)
                        || mayRead(found.eventId(), caller))
                .orElseThrow(ProblemException::notFound);
    }

    /** Whether the caller edits for the organization that took it. */
    private boolean represents(Registration registration, Caller caller) {
        return represented(List.of(registration), caller).contains(registration.id());
    }

    /** The ids of those that organizations took for which the caller edits; no organization is read for the others. */
    Set<String> represented(Collection<Registration> of, Caller caller) {
        var taken = of.stream()
                .filter(one -> one.holder().behalf() != null)
                .collect(Collectors.toMap(Registration::id, RegistrationChanges::organizationOf));
        var known = taken.isEmpty() || !caller.isPerson()
                ? Map.<String, OrganizationReplica>of()
                : organizations.findAll(Set.copyOf(taken.values()));
        return taken.entrySet().stream()
                .filter(one -> {
                    var organization = known.get(one.getValue());
                    return organization != null && organization.isEditedBy(caller.id());
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String organizationOf(Registration taken) {
        return Objects.requireNonNull(taken.holder().behalf()).organizationId();
    }

    boolean mayRead(String eventId, Caller caller) {
        return events.find(eventId)
                .filter(event -> events.showsRegistrations(event, caller))
                .isPresent();
    }

    /**
     * Gives up a seat or a place, for which the event need not take registrations any more. Who was named by an
     * organization gives it back to that.
     *
     * @throws ProblemException 409 when the event is over, or it was given up before
     */
    Registration cancel(String id, ExpectedVersion expected, Caller caller) {
        var registration = requireAllowed(RegistrationTransition.CANCEL, id, expected, caller);
        return registration.personId().equals(caller.id()) ? cancel(registration) : change(Kind.CANCEL, registration);
    }

    /** The same for who holds it. */
    Registration cancel(Registration registration) {
        return registration.holder().behalf() != null ? held.giveBack(registration) : change(Kind.CANCEL, registration);
    }

    private Registration change(Kind kind, Registration registration) {
        var eventId = registration.eventId();
        var step = ledgers.begin(kind, eventId, registration.id()).orElseThrow(ProblemException::notFound);
        var changed = steps.changed(eventId, step, registration);
        return Optional.ofNullable(changed).orElseThrow(ProblemException::notFound);
    }

    /** What the caller may take this step with now, in the version that they have seen. */
    Registration requireAllowed(RegistrationTransition transition, String id, ExpectedVersion expected, Caller caller) {
        var registration = require(id, caller);
        expected.require(registration.version());
        var event = events.find(registration.eventId()).orElse(null);
        var represents = represents(registration, caller);
        var actor = actor(registration, event, caller);
        RegistrationTransition.LIFE_CYCLE.require(
                transition,
                new RegistrationSituation(
                        registration,
                        event,
                        represents ? actor.of(caller.requireId()) : actor,
                        represents,
                        clock.instant()));
        return registration;
    }

    Actor actor(Registration registration, @Nullable Event event, Caller caller) {
        var actor = event == null ? Actor.of(caller) : events.actor(event, caller);
        return actor.of(registration.personId());
    }

    /** Ends an offer that nobody took; once however often it is called. */
    void expire(Registration offered) {
        ledgers.begin(Kind.EXPIRE, offered.eventId(), offered.id())
                .ifPresent(step -> steps.changed(offered.eventId(), step, offered));
    }

    static ProblemException closed() {
        return new ProblemException(HttpStatus.CONFLICT, "registration-closed");
    }
}
