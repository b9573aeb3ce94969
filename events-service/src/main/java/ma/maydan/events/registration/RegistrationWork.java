package ma.maydan.events.registration;

import java.time.Clock;
import ma.maydan.events.event.Event;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes due of seats whose time is over, or that came to somebody. Who reads one knows it at once, by the clock. */
@Configuration(proxyBeanMethods = false)
class RegistrationWork {

    /** Ends an offer that nobody took in time, so that the seat passes on. */
    @Bean
    WorkHandler offerEnd(RegistrationStore registrations, RegistrationChanges changes, Clock clock) {
        return WorkHandler.of(
                Registration.OFFER_END,
                id -> registrations
                        .find(id)
                        .filter(one -> one.isOfferOver(clock.instant()))
                        .ifPresent(changes::expire));
    }

    /** Gives back a seat or place that got no name, or no word of its guest, in time, so that it passes on. */
    @Bean
    WorkHandler nameEnd(RegistrationStore registrations, HeldSeats held, Clock clock) {
        return WorkHandler.of(
                Registration.NAME_END,
                id -> registrations
                        .find(id)
                        .filter(one -> one.isLapsed(clock.instant()))
                        .ifPresent(held::release));
    }

    /** Serves those who wait with seats that an organization did not take in time. */
    @Bean
    WorkHandler allotmentRelease(SeatLedgerStore ledgers, SeatSteps steps) {
        return WorkHandler.of(Event.RELEASE, subject -> {
            var eventId = Event.released(subject);
            ledgers.settle(eventId);
            steps.giveFreeSeats(eventId);
        });
    }

    /** Counts what was answered by who has come to a seat, or whose answers were left half-way. */
    @Bean
    WorkHandler chosenOptions(Choosing choosing) {
        return WorkHandler.of(Registration.OPTIONS, choosing::follow);
    }
}
