package ma.maydan.events.desk;

import java.time.LocalDate;
import ma.maydan.events.seats.SeatLedger;
import ma.maydan.starter.time.Morocco;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * How full an event was at the end of a day, or is on the present one.
 *
 * @param id of the event and the day
 * @param day in Morocco
 */
public record Fill(@BsonId String id, String eventId, LocalDate day, int capacity, int confirmed, int waiting) {

    static Fill of(SeatLedger ledger) {
        var day = LocalDate.ofInstant(ledger.changedAt(), Morocco.ZONE);
        return new Fill(
                ledger.id() + ":" + day,
                ledger.id(),
                day,
                ledger.seats().capacity(),
                ledger.seats().confirmed(),
                ledger.list().waiting());
    }
}
