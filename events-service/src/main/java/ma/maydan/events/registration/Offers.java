package ma.maydan.events.registration;

import java.util.List;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.events.seats.Taking;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.stereotype.Service;

/** Who is offered a seat takes it. */
@Service
class Offers {

    private final RegistrationChanges changes;
    private final SeatLedgerStore ledgers;
    private final SeatSteps steps;
    private final Choosing choosing;

    Offers(RegistrationChanges changes, SeatLedgerStore ledgers, SeatSteps steps, Choosing choosing) {
        this.changes = changes;
        this.ledgers = ledgers;
        this.steps = steps;
        this.choosing = choosing;
    }

    /**
     * Takes the seat that is offered, with what was chosen.
     *
     * @throws ProblemException 409 when the offer is over, or the event has begun or is cancelled, {@code option-full}
     *     when something else has to be chosen first
     */
    Registration accept(String id, ExpectedVersion expected, Caller caller) {
        return accept(changes.requireAllowed(RegistrationTransition.ACCEPT, id, expected, caller));
    }

    /** The same for who may. */
    Registration accept(Registration offered) {
        var eventId = offered.eventId();
        var taking = ledgers.begin(Kind.ACCEPT, eventId, offered.id(), choosing.chosen(offered));
        var step = switch (taking.orElseThrow(ProblemException::notFound)) {
            case Taking.Given(var given) -> given;
            case Taking.Full full -> throw ProblemException.conflict("option-full");
            default -> throw ProblemException.stale();
        };
        var accepted = steps.changed(eventId, step, offered);
        if (accepted == null || accepted.status() != Status.CONFIRMED) {
            throw ProblemException.invalidTransition(List.of());
        }
        return accepted;
    }
}
