package ma.maydan.portal.members;

import java.time.Instant;
import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An invitation; see the API.
 *
 * @param email where it went; for who manages the organization
 * @param memberId who is asked to take the place of its owner; null for who is asked in
 * @param lettersLeft how often it can still be sent again
 */
public record Invitation(
        String id,
        long version,
        String organizationId,
        LocalizedText organizationName,
        String kind,
        String role,
        @Nullable String email,
        @Nullable String memberId,
        String status,
        Instant endsAt,
        int lettersLeft,
        List<String> allowedTransitions) {

    public boolean may(String transition) {
        return allowedTransitions.contains(transition);
    }

    public boolean isOfOwnership() {
        return kind.equals("OWNERSHIP");
    }

    public boolean isOpen() {
        return status.equals("PENDING");
    }
}
