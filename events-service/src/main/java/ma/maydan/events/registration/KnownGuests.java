package ma.maydan.events.registration;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import ma.maydan.events.event.Event;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.notice.Guests;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.schedule.WorkStore;
import org.springframework.stereotype.Component;

/** Who an address of a guest is, and what may be written to it. */
@Component
class KnownGuests {

    private final ActiveRegistrations active;
    private final Guests guests;
    private final GuestMailStore mails;
    private final WorkStore work;
    private final Clock clock;

    KnownGuests(ActiveRegistrations active, Guests guests, GuestMailStore mails, WorkStore work, Clock clock) {
        this.active = active;
        this.guests = guests;
        this.mails = mails;
        this.work = work;
        this.clock = clock;
    }

    /** Whether the address has a registration: then it is written to again how to reach it, if it still may be. */
    boolean isReminded(Event event, Guest guest) {
        var held = Stream.of(guest.id(), guests.personOf(guest.email()))
                .filter(Objects::nonNull)
                .map(person -> active.find(event.id(), person))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (held != null && mayBeWritten(guest)) {
            var now = clock.instant();
            var unconfirmed = held.holder().confirmUntil();
            var kind = unconfirmed == null ? "registration.known" : "registration.to-confirm";
            var due = Telling.of(kind, "events", event.id(), event.content().title())
                    .at(Objects.requireNonNullElse(unconfirmed, event.startsAt()))
                    .to(List.of(Told.person(held.personId())))
                    .due(held.id(), now.toEpochMilli(), now);
            work.put(due, 1);
        }
        return held != null;
    }

    /** Counts one mail, if one may still be sent to the address. */
    boolean mayBeWritten(Guest guest) {
        return mails.take(guest.email());
    }

    void keep(Guest guest) {
        guests.keep(guest);
    }
}
