package ma.maydan.events.registration;

import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.events.seats.Claimant;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Taking;
import ma.maydan.events.seats.Together;
import ma.maydan.starter.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Asks the ledger for a seat, or a place in the order of the event's waiting list. */
@Component
class SeatRequests {

    private final SeatLedgerStore ledgers;
    private final Entrants entrants;

    SeatRequests(SeatLedgerStore ledgers, Entrants entrants) {
        this.ledgers = ledgers;
        this.entrants = entrants;
    }

    /**
     * @param options that go with the seat
     * @throws ProblemException 404 for an event without a ledger
     */
    Taking take(Event event, Claimant claimant, List<String> options) {
        var entrant = entrants.of(event, claimant.person(), claimant.behalf(), options);
        return ledgers.take(event.id(), claimant, entrant).orElseThrow(ProblemException::notFound);
    }

    /** The same for several that an organization takes at once. */
    Together takeTogether(Event event, List<Claimant> claimants) {
        var first = claimants.getFirst();
        var entrant = entrants.of(event, first.person(), first.behalf(), List.of());
        return ledgers.takeTogether(event.id(), claimants, entrant).orElseThrow(ProblemException::notFound);
    }

    /** The same for a registration that the host approves, whose options follow. */
    Taking approve(Event event, Registration asked) {
        var entrant = entrants.of(event, asked.personId(), asked.holder().behalf(), List.of());
        return ledgers.approve(event.id(), asked.id(), entrant).orElseThrow(ProblemException::notFound);
    }
}
