package ma.maydan.events.registration;

import java.time.Clock;
import java.util.List;
import ma.maydan.events.event.EventService;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.events.question.AnswerStore;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.notice.Guests;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.stereotype.Service;

/** Who sits on a seat that an organization has taken. */
@Service
class Named {

    private final RegistrationStore registrations;
    private final RegistrationChanges changes;
    private final EventService events;
    private final OrganizationReplicas organizations;
    private final Guests guests;
    private final AnswerStore answers;
    private final Clock clock;

    Named(
            RegistrationStore registrations,
            RegistrationChanges changes,
            EventService events,
            OrganizationReplicas organizations,
            Guests guests,
            AnswerStore answers,
            Clock clock) {
        this.registrations = registrations;
        this.changes = changes;
        this.events = events;
        this.organizations = organizations;
        this.guests = guests;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Whose the address is: of an account that has shown it here, else a guest's.
     *
     * @throws ProblemException 409 {@code already-registered} when they hold a seat or a place
     */
    String require(String eventId, Guest guest) {
        var account = guests.personOf(guest.email());
        var person = account == null ? guest.id() : account;
        for (var one : List.of(person, guest.id())) {
            registrations.active(eventId, one).filter(this::isHeld).ifPresent(held -> {
                throw RegistrationService.alreadyRegistered();
            });
        }
        return person;
    }

    /** An offer that is over is ended, and holds nobody back. */
    private boolean isHeld(Registration active) {
        if (!active.isOfferOver(clock.instant())) {
            return true;
        }
        changes.expire(active);
        return false;
    }

    /** Keeps how a guest is reached, before anything is told to them. */
    void keep(Guest guest, String person) {
        if (person.equals(guest.id())) {
            guests.keep(guest);
        }
    }

    /**
     * Gives a registration of the caller's organization a name, or another one. It keeps its seat or place.
     *
     * @throws ProblemException 404 for another organization's, 409 when the event has begun, {@code
     *     organization-not-verified} or {@code already-registered}
     */
    Registration name(String id, ExpectedVersion expected, ColleagueRequest colleague, Caller caller) {
        var registration = changes.requireAllowed(RegistrationTransition.NAME, id, expected, caller);
        var behalf = registration.holder().behalf();
        if (behalf == null
                || organizations
                        .find(behalf.organizationId())
                        .filter(OrganizationReplica::isVerified)
                        .isEmpty()) {
            throw ProblemException.conflict("organization-not-verified");
        }
        var guest = colleague.guest(registration.eventId());
        var account = guests.personOf(guest.email());
        var same = registration.personId().equals(guest.id())
                || registration.personId().equals(account);
        var person = same ? registration.personId() : require(registration.eventId(), guest);
        keep(guest, person);
        return name(registration, person, guest.name());
    }

    private Registration name(Registration registration, String person, String name) {
        var now = clock.instant();
        var before = registration.personId();
        var change = registration.name(person, name, now);
        if (!person.equals(before)) {
            var event = events.find(registration.eventId()).orElse(null);
            change = HolderNews.of(change, event);
            if (!registration.holder().isUnnamed()) {
                change = HolderNews.replaced(change, event, before);
            }
            if (Guest.is(before)) {
                change = change.and(GuestForgetting.of(before, now));
            }
        }
        try {
            if (!registrations.tryUpdate(change)) {
                throw ProblemException.stale();
            }
        } catch (DuplicateValueException e) {
            throw RegistrationService.alreadyRegistered();
        }
        if (!person.equals(before)) {
            // They are the answers of who was named before.
            answers.drop(registration.id());
        }
        return change.state();
    }
}
