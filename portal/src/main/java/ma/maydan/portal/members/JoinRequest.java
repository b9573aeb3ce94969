package ma.maydan.portal.members;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to belong to an organization; see the API.
 *
 * @param personName who asks; null at the end
 */
public record JoinRequest(
        String id,
        long version,
        String organizationId,
        @Nullable String personName,
        @Nullable String personEmail,
        String status,
        Instant endsAt,
        List<String> allowedTransitions) {

    public boolean may(String transition) {
        return allowedTransitions.contains(transition);
    }
}
