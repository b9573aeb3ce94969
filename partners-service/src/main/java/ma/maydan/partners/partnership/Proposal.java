package ma.maydan.partners.partnership;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between whom a partnership is, and who proposed it: they never approve it.
 *
 * @param proposedBy the person
 * @param slot the proposer's, until it is decided or withdrawn; null for one from before
 */
public record Proposal(
        String proposerOrganizationId,
        String partnerOrganizationId,
        String proposedBy,
        @Nullable String slot) {

    List<String> parties() {
        return List.of(proposerOrganizationId, partnerOrganizationId);
    }

    Proposal holding(@Nullable String itsSlot) {
        return new Proposal(proposerOrganizationId, partnerOrganizationId, proposedBy, itsSlot);
    }
}
