package ma.maydan.events.registration;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.Pass;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.mongo.DuplicateValueException;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.springframework.stereotype.Service;

/**
 * Somebody without an account registers. Whatever they get, a seat or a place, is given back after {@link
 * Entrance#CONFIRMED_IN} unless they confirm by the link of the mail.
 */
@Service
class GuestRegistrations {

    private final RegistrationStore registrations;
    private final RegistrationService service;
    private final Entrance entrance;
    private final KnownGuests known;
    private final RegistrationAnswers answers;
    private final EventService events;
    private final Clock clock;

    GuestRegistrations(
            RegistrationStore registrations,
            RegistrationService service,
            Entrance entrance,
            KnownGuests known,
            RegistrationAnswers answers,
            EventService events,
            Clock clock) {
        this.registrations = registrations;
        this.service = service;
        this.entrance = entrance;
        this.known = known;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for a seat. Whose address has one gets the link once more; nothing that the caller sees tells which it was, so
     * whatever can be refused is refused before it is asked whose it is.
     *
     * @throws ProblemException 404 for an event that not everybody sees, 409 {@code no-guests}, {@code
     *     registration-closed} or {@code registration-not-open}, 422 with all answers that are wrong, and see {@link
     *     Entrance#guestPass}
     */
    void ask(String eventId, GuestRequest request, Caller caller) {
        var event = events.find(eventId).orElse(null);
        if (event == null || !events.takesRegistrations(event)) {
            throw service.refusal(event, null, caller);
        }
        if (!event.content().reach().takesGuests()) {
            throw ProblemException.conflict("no-guests");
        }
        var id = new NewId(UUID.randomUUID().toString(), "");
        answers.requireRight(event, request.given(), request.guest(eventId).id());
        var first = entrance.guestPass(event, request.invitation(), id, clock.instant());
        var guest = request.guest(eventId);
        if (!known.isReminded(event, guest) && known.mayBeWritten(guest)) {
            register(id, event, guest, request, first);
        }
    }

    private void register(NewId id, Event event, Guest guest, GuestRequest request, Pass first) {
        known.keep(guest);
        var options = answers.keep(id.value(), event, request.given(), guest.id());
        try {
            for (var pass = first; !isMade(id, event, guest, pass, options); ) {
                pass = entrance.guestPass(event, request.invitation(), id, clock.instant());
            }
        } finally {
            answers.dropUnlessMade(id.value());
        }
    }

    /** False when somebody else was faster with what the pass is for. */
    private boolean isMade(NewId id, Event event, Guest guest, Pass pass, List<String> options) {
        var claimant = new Claimant(id.value(), guest.id(), guest.name(), id.bodyHash());
        try {
            service.claim(id, event, claimant.with(pass), options);
            return true;
        } catch (DuplicateValueException e) {
            // Or another request with the same address was.
            return registrations.active(event.id(), guest.id()).isPresent();
        }
    }
}
