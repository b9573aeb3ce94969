package ma.maydan.events.registration;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import ma.maydan.starter.idempotency.NewId;
import org.springframework.stereotype.Component;

/**
 * So many registrations for an event at most, of one organization or kind: each active one holds one of its numbers, in
 * {@link Holder#slotKey}, which a unique index gives to one alone.
 */
@Component
class SeatSlots {

    private final RegistrationStore registrations;

    SeatSlots(RegistrationStore registrations) {
        this.registrations = registrations;
    }

    /** One of those that are free, another one for each request, so that those who come together seldom meet. */
    OptionalInt free(String eventId, String owner, int most, NewId id) {
        var taken = registrations.slotsTaken(IntStream.rangeClosed(1, most)
                .mapToObj(slot -> Holder.slotKey(eventId, owner, slot))
                .toList());
        var free = IntStream.rangeClosed(1, most)
                .filter(slot -> !taken.contains(Holder.slotKey(eventId, owner, slot)))
                .toArray();
        return free.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(free[Math.floorMod(id.value().hashCode(), free.length)]);
    }
}
