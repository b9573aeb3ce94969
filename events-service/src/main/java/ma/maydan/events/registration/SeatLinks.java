package ma.maydan.events.registration;

import java.time.Clock;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventService;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.notice.Guests;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What somebody without an account does with what they have, or an organization took for them, by the link of their mail. */
@Service
class SeatLinks {

    private final RegistrationStore registrations;
    private final SeatLedgerStore ledgers;
    private final Offers offers;
    private final RegistrationAnswers answers;
    private final EventService events;
    private final Guests guests;
    private final Clock clock;

    SeatLinks(
            RegistrationStore registrations,
            SeatLedgerStore ledgers,
            Offers offers,
            RegistrationAnswers answers,
            EventService events,
            Guests guests,
            Clock clock) {
        this.registrations = registrations;
        this.ledgers = ledgers;
        this.offers = offers;
        this.answers = answers;
        this.events = events;
        this.guests = guests;
        this.clock = clock;
    }

    /** @throws ProblemException 404 for a key that leads to nothing, or to no seat or place any more */
    SeatView find(String key) {
        return view(require(key));
    }

    SeatView accept(String key, ExpectedVersion expected) {
        return view(offers.accept(allowed(RegistrationTransition.ACCEPT, key, expected)));
    }

    Registration require(String key) {
        return guests.idOf(key)
                .flatMap(guest -> registrations.active(guest).stream().findFirst())
                .orElseThrow(ProblemException::notFound);
    }

    Registration allowed(RegistrationTransition transition, String key, ExpectedVersion expected) {
        var registration = require(key);
        expected.require(registration.version());
        RegistrationTransition.LIFE_CYCLE.require(transition, situation(registration, eventOf(registration)));
        return registration;
    }

    private RegistrationSituation situation(Registration registration, @Nullable Event event) {
        var guest = new Actor(registration.personId(), false, false).of(registration.personId());
        return new RegistrationSituation(registration, event, guest, false, clock.instant());
    }

    @Nullable
    Event eventOf(Registration registration) {
        return events.find(registration.eventId()).orElse(null);
    }

    SeatView view(Registration registration) {
        var event = eventOf(registration);
        var ledger = registration.waits() ? ledgers.find(registration.eventId()).orElse(null) : null;
        return SeatView.of(
                registration,
                registration.statusAt(clock.instant()),
                registration.inList(ledger).position(),
                event,
                answers.ofHolder(registration, event),
                offer(registration));
    }

    Offer offer(Registration registration) {
        return RegistrationTransition.LIFE_CYCLE.offer(situation(registration, eventOf(registration)));
    }
}
