package ma.maydan.events.registration;

import java.time.Clock;
import ma.maydan.events.event.EventService;
import ma.maydan.events.question.AnswerStore;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.starter.notice.Guest;
import ma.maydan.starter.notice.Guests;
import ma.maydan.starter.problem.ProblemException;
import org.springframework.stereotype.Component;

/** The seats and places that an organization keeps while nobody is named for them. */
@Component
class HeldSeats {

    private final RegistrationStore registrations;
    private final SeatLedgerStore ledgers;
    private final SeatSteps steps;
    private final EventService events;
    private final Guests guests;
    private final AnswerStore answers;
    private final Clock clock;

    HeldSeats(
            RegistrationStore registrations,
            SeatLedgerStore ledgers,
            SeatSteps steps,
            EventService events,
            Guests guests,
            AnswerStore answers,
            Clock clock) {
        this.registrations = registrations;
        this.ledgers = ledgers;
        this.steps = steps;
        this.events = events;
        this.guests = guests;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Who was named does not come: the seat or place is their organization's again, without a name, and passes on when
     * there is no time left to name somebody. Of a guest nothing is kept.
     *
     * @throws ProblemException 412 when it changed meanwhile
     */
    Registration giveBack(Registration registration) {
        var person = registration.personId();
        var event = events.find(registration.eventId()).orElse(null);
        var returned = HolderNews.of(registration.giveBack(clock.instant()), event);
        if (!registrations.tryUpdate(returned)) {
            throw ProblemException.stale();
        }
        answers.drop(registration.id());
        if (Guest.is(person)) {
            guests.forget(person);
        }
        var held = returned.state();
        return held.isLapsed(clock.instant()) ? release(held) : held;
    }

    /** Gives up what got no name, or no word of its guest, in time; once however often it is called. */
    Registration release(Registration held) {
        var step = ledgers.begin(Kind.RELEASE, held.eventId(), held.id()).orElseThrow(ProblemException::notFound);
        var released = steps.changed(held.eventId(), step, held);
        return released == null ? held : released;
    }
}
