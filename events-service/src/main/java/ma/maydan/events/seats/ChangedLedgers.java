package ma.maydan.events.seats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The ledgers that changed since one looked last, from five minutes before its beginning on; for one thread at a time. */
public final class ChangedLedgers {

    /** How many are found at most in one look; the next goes on behind them. */
    public static final int MOST = 500;

    /** What this process has not seen, another may have written with a clock of its own. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final SeatLedgerStore ledgers;
    private final Clock clock;
    private Instant seen;

    public ChangedLedgers(SeatLedgerStore ledgers, Clock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
        this.seen = clock.instant().minus(Duration.ofMinutes(5));
    }

    /** The oldest change first; one may come twice. */
    public List<SeatLedger> next() {
        var until = clock.instant().minus(OVERLAP);
        var changed = ledgers.changedSince(seen, MOST);
        seen = changed.size() < MOST ? until : changed.getLast().changedAt();
        return changed;
    }
}
