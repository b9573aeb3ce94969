package ma.maydan.events.desk;

import java.time.Clock;
import ma.maydan.events.seats.ChangedLedgers;
import ma.maydan.events.seats.SeatLedgerStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Once a minute keeps of the ledgers that changed how full they are. It stands beside the registrations, which it costs
 * nothing; several instances keep the same.
 */
@Component
class FillSweeper {

    private final ChangedLedgers changed;
    private final FillStore fills;

    FillSweeper(SeatLedgerStore ledgers, FillStore fills, Clock clock) {
        this.changed = new ChangedLedgers(ledgers, clock);
        this.fills = fills;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void sweep() {
        fills.keep(changed.next().stream().map(Fill::of).toList());
    }
}
