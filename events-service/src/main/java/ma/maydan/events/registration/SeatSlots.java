package ma.maydan.events.registration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
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

    /** So many of those that are free, or all; others for each request, so that those who come together seldom meet. */
    List<Integer> free(String eventId, String owner, int most, int wanted, NewId id) {
        var taken = registrations.slotsTaken(IntStream.rangeClosed(1, most)
                .mapToObj(slot -> Holder.slotKey(eventId, owner, slot))
                .toList());
        var free = IntStream.rangeClosed(1, most)
                .filter(slot -> !taken.contains(Holder.slotKey(eventId, owner, slot)))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.rotate(free, id.value().hashCode());
        return free.subList(0, Math.min(wanted, free.size()));
    }
}
