package ma.maydan.events.registration;

import java.time.Instant;
import java.util.List;
import ma.maydan.starter.lifecycle.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Where it stands.
 *
 * @param activeKey event and person while the registration is active: unique, and absent afterwards
 * @param promotion the turn of the waiting list that gave or offered it a seat: unique
 * @param offeredUntil when the offer ends; null for one that was never offered a seat
 * @param moves what happened to it, in order
 * @param reason why the host declined it
 */
public record Stage(
        Registration.Status status,
        @Nullable String activeKey,
        @Nullable String promotion,
        @Nullable Instant offeredUntil,
        List<Move> moves,
        @Nullable Reason reason) {

    static Stage first(Registration.Status status, String activeKey) {
        return new Stage(status, activeKey, null, null, List.of(), null);
    }

    /**
     * One change of a registration.
     *
     * @param step the ledger step that made it, or empty for one that changes no seat
     * @param turn how many turns of the list had begun then; null for one from before they were counted
     */
    public record Move(
            String step,
            Registration.Status from,
            Registration.Status to,
            @Nullable Long turn,
            Instant at) {}
}
