package ma.maydan.events.registration;

import java.time.Clock;
import java.time.Duration;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.mongo.DuplicateValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends what a crash left half-way, and serves waiting lists that nobody served. */
@Component
class SeatSweeper {

    private static final Logger log = LoggerFactory.getLogger(SeatSweeper.class);
    /** A step takes milliseconds; whoever began one this long ago is gone, or will find it ended. */
    static final Duration ABANDONED = Duration.ofSeconds(10);

    private final SeatLedgerStore ledgers;
    private final SeatSteps steps;
    private final Clock clock;
    private String served = "";

    SeatSweeper(SeatLedgerStore ledgers, SeatSteps steps, RegistrationStore registrations, Clock clock) {
        this.ledgers = ledgers;
        this.steps = steps;
        this.clock = clock;
        addPlaces(ledgers, registrations);
    }

    /** Once, for ledgers from before they kept the places of those who wait. */
    private static void addPlaces(SeatLedgerStore ledgers, RegistrationStore registrations) {
        for (var without = ledgers.withoutPlaces(); !without.isEmpty(); without = ledgers.withoutPlaces()) {
            without.forEach(ledger -> ledgers.addPlaces(ledger, registrations.waitingPositions(ledger.id())));
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        var before = clock.instant().minus(ABANDONED);
        for (var ledger : ledgers.withStepsBefore(before)) {
            for (var step : ledger.pending()) {
                if (step.at().isBefore(before)) {
                    try {
                        if (steps.resume(ledger.id(), step)) {
                            log.info("Step {} of event {} was left half-way and went on", step.kind(), ledger.id());
                        }
                    } catch (DuplicateValueException registeredMeanwhile) {
                        log.info("The person of step {} has registered in the meantime", step.id());
                    }
                }
            }
        }
        serveWaitingLists();
    }

    /** Round after round, so that those whose host is suspended keep nobody else waiting. */
    private void serveWaitingLists() {
        var marked = ledgers.withSeatsToGive(served);
        served = marked.size() < SeatLedgerStore.SWEPT ? "" : marked.getLast().id();
        var now = clock.instant();
        for (var ledger : marked) {
            if (ledger.isOpen(now)) {
                steps.giveFreeSeats(ledger.id());
            } else {
                ledgers.settle(ledger.id());
            }
        }
    }
}
