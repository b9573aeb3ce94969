package ma.maydan.events.registration;

import java.time.Clock;
import ma.maydan.events.event.Event;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.notice.Guests;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person holds or waits for at an event, by their account or by its address. */
@Component
class ActiveRegistrations {

    private final RegistrationStore registrations;
    private final RegistrationChanges changes;
    private final Guests guests;
    private final Clock clock;

    ActiveRegistrations(RegistrationStore registrations, RegistrationChanges changes, Guests guests, Clock clock) {
        this.registrations = registrations;
        this.changes = changes;
        this.guests = guests;
        this.clock = clock;
    }

    /** Null for who holds nothing; an offer that is over is ended first. */
    @Nullable
    Registration find(String eventId, String person) {
        var active = registrations.active(eventId, person).orElse(null);
        if (active == null || !active.isOfferOver(clock.instant())) {
            return active;
        }
        changes.expire(active);
        return null;
    }

    /**
     * The same person may have been named by an organization, with the address of their account.
     *
     * @throws ProblemException 409 {@code already-registered}
     */
    void requireNotNamed(Event event, String person) {
        if (event.content().seating().perOrganization() != null
                && guests.emailOf(person)
                        .flatMap(email -> registrations.active(event.id(), Guest.idOf(event.id(), email)))
                        .isPresent()) {
            throw RegistrationService.alreadyRegistered();
        }
    }
}
