package ma.maydan.portal.invitations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link as events-service shows it to who runs the event.
 *
 * @param used how many are registered by it now
 * @param usable whether somebody can register by it now
 * @param until when it ends; null for as long as registration is open
 * @param revokedAt null while it has not been taken back
 * @param token what stands in the link; null but in the answer that makes it
 */
public record InvitationLink(
        String id,
        String label,
        int uses,
        int used,
        boolean usable,
        @Nullable Instant until,
        @Nullable Instant revokedAt,
        @Nullable String token) {

    /** Whether it has not been taken back. */
    public boolean isRevocable() {
        return revokedAt == null;
    }
}
