package ma.maydan.events.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.event.Seating;
import ma.maydan.events.invitation.Invitations;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.Pass;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who may ask for a seat, and by what. */
@Component
class Entrance {

    /** So long a guest has to confirm their address. */
    static final Duration CONFIRMED_IN = Duration.ofMinutes(30);

    private static final String GUESTS = "guest";
    private static final int MOST_UNCONFIRMED = 20;

    private final ActiveRegistrations active;
    private final SeatSlots slots;
    private final Invitations invitations;
    private final EventService events;

    Entrance(ActiveRegistrations active, SeatSlots slots, Invitations invitations, EventService events) {
        this.active = active;
        this.slots = slots;
        this.invitations = invitations;
        this.events = events;
    }

    /** See {@link ActiveRegistrations#find}. */
    @Nullable
    Registration held(String eventId, String person) {
        return active.find(eventId, person);
    }

    /**
     * What the caller comes with: whom the host invites need not be in the audience.
     *
     * @param invitation the token of a link; null for who comes without
     * @throws ProblemException 403 {@code not-in-audience}, 409 {@code already-registered}, and see {@link
     *     Invitations#freeUse}
     */
    Pass pass(Event event, @Nullable String invitation, Caller caller) {
        if (invitation == null && !events.isFor(event, caller)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "not-in-audience");
        }
        active.requireNotKnown(event, caller.requireId());
        return new Pass(null, null, use(event, invitation));
    }

    /**
     * The same of a guest: a fifth of the seats, {@value #MOST_UNCONFIRMED} at most, can be unconfirmed at a time.
     *
     * @throws ProblemException 429 {@code too-many-guests}, and see {@link Invitations#freeUse}
     */
    Pass guestPass(Event event, @Nullable String invitation, NewId id, Instant now) {
        var most = Math.clamp(event.content().seating().capacity() / 5, 1, MOST_UNCONFIRMED);
        var slot = slots.free(event.id(), GUESTS, most, 1, id).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many-guests"));
        return new Pass(
                now.plus(CONFIRMED_IN).truncatedTo(ChronoUnit.MILLIS),
                Holder.slotKey(event.id(), GUESTS, slot),
                use(event, invitation));
    }

    private @Nullable String use(Event event, @Nullable String invitation) {
        return invitation == null ? null : invitations.freeUse(event.id(), invitation);
    }

    /** Whether the host has yet to say that they come. */
    static boolean asks(Event event, Claimant claimant) {
        var pass = claimant.pass();
        var invited = pass != null && pass.inviteKey() != null;
        return event.content().seating().admission() == Seating.Admission.APPROVAL && !invited;
    }
}
