package ma.maydan.portal.partnerships;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.maydan.portal.api.Decision;
import ma.maydan.portal.kind.Item;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A partnership as partners-service shows it to the visitor. */
public record Partnership(
        String id,
        long version,
        LocalizedText title,
        LocalizedText objectives,
        String lever,
        String type,
        List<Party> parties,
        String proposerOrganizationId,
        @Nullable String partnerOrganizationId,
        LocalDate startsOn,
        LocalDate endsOn,
        String status,
        @Nullable Instant updatedAt,
        @Nullable Decision decision,
        List<String> allowedTransitions,
        @Nullable Map<String, String> withheld)
        implements Item {

    /** @param status its state in the register */
    public record Party(
            String organizationId,
            @Nullable LocalizedText name,
            @Nullable String status) {

        public boolean isSuspended() {
            return "SUSPENDED".equals(status);
        }
    }

    /** What its parties are called; by their ids, where nobody knows. */
    List<Object> names() {
        return parties.stream()
                .<Object>map(party -> party.name() == null ? party.organizationId() : party.name())
                .toList();
    }

    /** Whether nobody has decided on it yet. */
    public boolean isOpen() {
        return Set.of("DRAFT", "UNDER_REVIEW", "CHANGES_REQUESTED").contains(status);
    }

    public boolean isPartySuspended() {
        return parties.stream().anyMatch(Party::isSuspended);
    }
}
