package ma.maydan.events.registration;

import java.time.Instant;
import ma.maydan.events.event.Event;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in front of a registration, at a time.
 *
 * @param event what it is for; null when that is not known any more
 * @param represents whether the actor edits for the organization that took it
 */
record RegistrationSituation(
        Registration registration, @Nullable Event event, Actor actor, boolean represents, Instant now)
        implements Situation<Registration.Status> {

    @Override
    public Registration.Status state() {
        return registration.statusAt(now);
    }

    /** Whether its organization may name who comes. */
    boolean isNameable() {
        return represents && isToCome();
    }

    boolean isBeforeTheEnd() {
        return event == null || !event.isOver(now);
    }

    /** Whether a seat is still worth something: the event takes place, and has not begun. */
    boolean isToCome() {
        return event != null && event.givesSeats(now);
    }

    /** The same, and it is known whose it is: a guest confirms first. */
    boolean isKnown() {
        return isToCome() && !registration.holder().isUnconfirmed();
    }
}
