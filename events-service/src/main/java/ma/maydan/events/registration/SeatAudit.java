package ma.maydan.events.registration;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.events.seats.ChangedLedgers;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.events.seats.SeatLedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares ledgers that changed with their rows, and sets the gauge {@code maydan.seats.drift}: by how many seats they
 * differ, with one for parts that do. It must be 0. A round counts no more than {@link #ROWS} rows, or one ledger; what remains is the next one's.
 */
@Component
class SeatAudit {

    private static final Logger log = LoggerFactory.getLogger(SeatAudit.class);
    private static final int ROWS = 10_000;

    private final SeatLedgerStore ledgers;
    private final RegistrationStore registrations;
    private final RegistrationCountStore counts;
    private final ChangedLedgers changed;
    private final AtomicLong drift = new AtomicLong();
    private final Set<String> toCompare = new LinkedHashSet<>();
    private final Map<String, Long> off = new HashMap<>();

    SeatAudit(
            SeatLedgerStore ledgers,
            RegistrationStore registrations,
            RegistrationCountStore counts,
            Clock clock,
            MeterRegistry meters) {
        this.ledgers = ledgers;
        this.registrations = registrations;
        this.counts = counts;
        this.changed = new ChangedLedgers(ledgers, clock);
        meters.gauge("maydan.seats.drift", drift);
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void audit() {
        toCompare.addAll(off.keySet());
        addChanged();
        var rows = 0L;
        var round = new ArrayDeque<>(toCompare);
        while (!round.isEmpty() && rows < ROWS) {
            rows += compare(round.poll());
        }
        drift.set(off.values().stream().mapToLong(Long::longValue).sum());
    }

    private void addChanged() {
        if (toCompare.size() < ChangedLedgers.MOST) {
            changed.next().forEach(ledger -> toCompare.add(ledger.id()));
        }
    }

    /** Compares one ledger, unless it changes meanwhile: then a later round does. */
    private long compare(String eventId) {
        toCompare.remove(eventId);
        var ledger = ledgers.find(eventId).orElse(null);
        if (ledger == null) {
            off.remove(eventId);
            return 1;
        }
        var found = ledger.pending().isEmpty() ? difference(ledger) : 0;
        if (!ledger.pending().isEmpty() || !isStill(ledger)) {
            toCompare.add(eventId);
        } else if (found == 0) {
            off.remove(eventId);
        } else {
            log.error("The ledger of event {} is off by {}", eventId, found);
            off.put(eventId, found);
        }
        return 1L + ledger.seats().taken() + ledger.list().waiting();
    }

    private long difference(SeatLedger ledger) {
        return Math.abs(ledger.seats().confirmed() - registrations.count(ledger.id(), Status.CONFIRMED))
                + Math.abs(ledger.seats().held() - registrations.count(ledger.id(), Status.OFFERED))
                + Math.abs(ledger.list().waiting() - registrations.count(ledger.id(), Status.WAITLISTED))
                + Math.abs(ledger.list().waiting() - ledger.list().placed())
                + Math.abs(ledger.seats().capacity()
                        - ledger.seats().taken()
                        - ledger.seats().free())
                + (ledger.seats().parts().equals(counts.parts(ledger.id())) ? 0 : 1);
    }

    private boolean isStill(SeatLedger ledger) {
        return ledgers.find(ledger.id()).filter(ledger::equals).isPresent();
    }
}
