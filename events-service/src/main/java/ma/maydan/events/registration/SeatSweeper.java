package ma.maydan.events.registration;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import ma.maydan.starter.mongo.DuplicateValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends what a crash left half-way, serves waiting lists that nobody served, and compares ledgers with rows. */
@Component
class SeatSweeper {

    private static final Logger log = LoggerFactory.getLogger(SeatSweeper.class);
    /** A step takes milliseconds; whoever began one this long ago is gone, or will find it ended. */
    private static final Duration ABANDONED = Duration.ofSeconds(10);

    private final SeatLedgerStore ledgers;
    private final SeatSteps steps;
    private final RegistrationStore registrations;
    private final Clock clock;
    private final AtomicLong drift = new AtomicLong();

    SeatSweeper(
            SeatLedgerStore ledgers,
            SeatSteps steps,
            RegistrationStore registrations,
            Clock clock,
            MeterRegistry meters) {
        this.ledgers = ledgers;
        this.steps = steps;
        this.registrations = registrations;
        this.clock = clock;
        meters.gauge("maydan.seats.drift", drift);
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        var before = clock.instant().minus(ABANDONED);
        for (var ledger : ledgers.withStepsBefore(before)) {
            for (var step : ledger.pending()) {
                if (step.at().isBefore(before)) {
                    log.info("Step {} of event {} was left half-way and goes on", step.kind(), ledger.id());
                    try {
                        steps.resume(ledger.id(), step);
                    } catch (DuplicateValueException registeredMeanwhile) {
                        log.info("The person of step {} has registered in the meantime", step.id());
                    }
                }
            }
        }
        ledgers.withSeatsToGive().forEach(ledger -> steps.giveFreeSeats(ledger.id()));
    }

    /** Sets the gauge {@code maydan.seats.drift}: by how many seats ledgers and rows differ. It must be 0. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void audit() {
        var sum = 0L;
        for (var ledger : ledgers.settledAndChangedWithin(Duration.ofMinutes(5))) {
            sum += drift(ledger);
        }
        drift.set(sum);
    }

    private long drift(SeatLedger ledger) {
        var off = Math.abs(ledger.confirmed() - registrations.count(ledger.id(), Status.CONFIRMED))
                + Math.abs(ledger.waiting() - registrations.count(ledger.id(), Status.WAITLISTED))
                + Math.abs(ledger.capacity() - ledger.confirmed() - ledger.free());
        // Counted while it changed: the next audit sees it.
        var unchanged = ledgers.find(ledger.id()).filter(ledger::equals).isPresent();
        if (off != 0 && unchanged) {
            log.error("The ledger of event {} is off by {}", ledger.id(), off);
            return off;
        }
        return 0;
    }
}
