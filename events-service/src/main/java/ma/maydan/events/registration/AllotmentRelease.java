package ma.maydan.events.registration;

import ma.maydan.events.event.Event;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.stereotype.Component;

/** Serves those who wait with seats that an organization did not take in time. Who asks for one has it at once, by the clock. */
@Component
class AllotmentRelease implements WorkHandler {

    private final SeatLedgerStore ledgers;
    private final SeatSteps steps;

    AllotmentRelease(SeatLedgerStore ledgers, SeatSteps steps) {
        this.ledgers = ledgers;
        this.steps = steps;
    }

    @Override
    public String kind() {
        return Event.RELEASE;
    }

    @Override
    public void run(Work work, Lease lease) {
        var eventId = Event.released(work.subject());
        ledgers.settle(eventId);
        steps.giveFreeSeats(eventId);
    }
}
