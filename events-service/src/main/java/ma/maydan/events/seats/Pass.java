package ma.maydan.events.seats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody comes with who has no account, or is invited. Each key is held by one registration at a time.
 *
 * @param confirmUntil until when a guest has to confirm their address; null for who need not
 * @param guestKey which of the guests it is who may be unconfirmed at a time
 * @param inviteKey which of the uses of an invitation link it is
 */
public record Pass(
        @Nullable Instant confirmUntil,
        @Nullable String guestKey,
        @Nullable String inviteKey) {

    public static final Pass NONE = new Pass(null, null, null);
}
