package ma.maydan.events.registration;

import java.time.Clock;
import ma.maydan.events.event.EventService;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.events.seats.Step;
import ma.maydan.starter.personal.Leaving;
import org.springframework.stereotype.Component;

/** Gives back the seats and places of a person who is erased, so that the next who wait get them. */
@Component
class RegistrationLeaving implements Leaving {

    private final RegistrationStore registrations;
    private final SeatLedgerStore ledgers;
    private final SeatSteps steps;
    private final EventService events;
    private final HeldSeats held;
    private final Clock clock;

    RegistrationLeaving(
            RegistrationStore registrations,
            SeatLedgerStore ledgers,
            SeatSteps steps,
            EventService events,
            HeldSeats held,
            Clock clock) {
        this.registrations = registrations;
        this.ledgers = ledgers;
        this.steps = steps;
        this.events = events;
        this.held = held;
        this.clock = clock;
    }

    /** What is under way for the person ends first, within seconds and whoever began it. */
    @Override
    public void leave(String person) {
        if (ledgers.hasClaimOf(person)) {
            throw new IllegalStateException("A registration is under way");
        }
        registrations.active(person).stream()
                .filter(registration -> !isOver(registration.eventId()))
                .forEach(this::giveUp);
    }

    private boolean isOver(String eventId) {
        return events.find(eventId)
                .filter(event -> event.isOver(clock.instant()))
                .isPresent();
    }

    /** What an organization took is that's again. */
    private void giveUp(Registration registration) {
        if (registration.holder().behalf() != null) {
            held.giveBack(registration);
            return;
        }
        ledgers.begin(Step.Kind.CANCEL, registration.eventId(), registration.id())
                .ifPresent(step -> steps.changed(registration.eventId(), step, registration));
    }
}
