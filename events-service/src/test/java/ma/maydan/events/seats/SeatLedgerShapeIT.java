package ma.maydan.events.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.util.List;
import ma.maydan.events.EventsIT;
import ma.maydan.events.seats.Step.Kind;
import ma.maydan.testkit.backends.FrozenDocuments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ledgers as earlier releases stored them. */
class SeatLedgerShapeIT extends EventsIT {

    private static final String BUSY = "11111111-1111-4111-8111-111111111111";
    private static final String OLDEST = "22222222-2222-4222-8222-222222222222";

    @Autowired
    private MongoClient client;

    private SeatLedgerStore store;

    @BeforeEach
    void openOverTheFirstShape() {
        var frozen = client.getDatabase("frozen_ledgers");
        FrozenDocuments.thaw(frozen, SeatLedgerShapeIT.class, "seat_ledgers", 1);
        store = new SeatLedgerStore(frozen, Clock.systemUTC());
    }

    @Test
    void whatWasCountedAndWhatWasUnderWayIsKept() {
        var ledger = store.find(BUSY).orElseThrow();

        assertThat(ledger.version()).isEqualTo(9);
        assertThat(ledger.seats()).isEqualTo(new Seats(2, 1, 0, 1));
        assertThat(ledger.list().waiting()).isEqualTo(2);
        assertThat(ledger.place(new Spot(4, null, 0))).isEqualTo(2);
        assertThat(ledger.pending())
                .extracting(Step::kind, Step::claimant)
                .contains(tuple(
                        Kind.QUEUE, new Claimant("33333333-3333-4333-8333-333333333333", "dia", "Dia", "hash-of-dia")));
        assertThat(store.withSeatsToGive("")).extracting(SeatLedger::id).containsExactly(BUSY);
    }

    @Test
    void whoAskedStillHasOneRequestUnderWay() {
        var again = store.take(
                BUSY,
                new Claimant("33333333-3333-4333-8333-333333333333", "dia", "Dia", "hash-of-dia"),
                Entrant.ANYBODY);

        assertThat(again.orElseThrow()).isInstanceOf(Taking.UnderWay.class);
    }

    @Test
    void oneFromBeforeVersionsAndPlacesGivesSeatsAsItDid() {
        assertThat(store.withoutPlaces()).extracting(SeatLedger::id).containsExactly(OLDEST);
        store.addPlaces(store.find(OLDEST).orElseThrow(), List.of(3L));

        var given = store.take(OLDEST, new Claimant("r", "eli", null, null), Entrant.ANYBODY)
                .orElseThrow();

        assertThat(((Taking.Given) given).step().place()).isEqualTo(2);
        assertThat(store.find(OLDEST).orElseThrow().version()).isEqualTo(2);
    }
}
