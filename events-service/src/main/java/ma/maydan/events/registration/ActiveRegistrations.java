package ma.maydan.events.registration;

import java.time.Clock;
import ma.maydan.events.event.Event;
import ma.maydan.starter.mongo.DuplicateValueException;
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
    private final HeldSeats held;
    private final Guests guests;
    private final Clock clock;

    ActiveRegistrations(
            RegistrationStore registrations, RegistrationChanges changes, HeldSeats held, Guests guests, Clock clock) {
        this.registrations = registrations;
        this.changes = changes;
        this.held = held;
        this.guests = guests;
        this.clock = clock;
    }

    /** Null for who holds nothing; what is over by the clock is ended first. */
    @Nullable
    Registration find(String eventId, String person) {
        var active = registrations.active(eventId, person).orElse(null);
        if (active != null && active.isOfferOver(clock.instant())) {
            changes.expire(active);
            return null;
        }
        if (active != null && active.isLapsed(clock.instant())) {
            held.release(active);
            return null;
        }
        return active;
    }

    /**
     * The same person may have been named by an organization, or have come as a guest, with the address of their account.
     * What a guest has is their account's from then on.
     *
     * @throws ProblemException 409 {@code already-registered}
     */
    void requireNotKnown(Event event, String person) {
        if (event.content().seating().perOrganization() == null
                && !event.content().reach().takesGuests()) {
            return;
        }
        var known = guests.emailOf(person)
                .map(email -> find(event.id(), Guest.idOf(event.id(), email)))
                .orElse(null);
        if (known == null) {
            return;
        }
        if (known.holder().isOwnGuests()) {
            adopt(known, person);
        }
        throw RegistrationService.alreadyRegistered();
    }

    private void adopt(Registration guests, String person) {
        var now = clock.instant();
        try {
            registrations.tryUpdate(guests.verify(person, now).and(GuestForgetting.of(guests.personId(), now)));
        } catch (DuplicateValueException e) {
            throw RegistrationService.alreadyRegistered();
        }
    }
}
