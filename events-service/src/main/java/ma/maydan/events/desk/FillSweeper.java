package ma.maydan.events.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import ma.maydan.events.seats.SeatLedgerStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Once a minute keeps of the ledgers that changed how full they are. It stands beside the registrations, which it costs
 * nothing; several instances keep the same.
 */
@Component
class FillSweeper {

    private static final int LEDGERS = 500;
    /** What another instance may have written with a clock of its own. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final SeatLedgerStore ledgers;
    private final FillStore fills;
    private final Clock clock;
    private Instant seen;

    FillSweeper(SeatLedgerStore ledgers, FillStore fills, Clock clock) {
        this.ledgers = ledgers;
        this.fills = fills;
        this.clock = clock;
        this.seen = clock.instant().minus(Duration.ofMinutes(5));
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void sweep() {
        var now = clock.instant();
        var changed = ledgers.changedSince(seen, LEDGERS);
        fills.keep(changed.stream().map(Fill::of).toList());
        seen = changed.size() < LEDGERS ? now.minus(OVERLAP) : changed.getLast().changedAt();
    }
}
