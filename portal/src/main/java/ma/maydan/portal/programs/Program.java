package ma.maydan.portal.programs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Decision;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.kind.Item;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A program as incubators-service shows it to the visitor.
 *
 * @param missing what submission needs and is not there; null or empty when nothing is, or for others
 */
public record Program(
        String id,
        long version,
        String organizationId,
        LocalizedText organizationName,
        boolean organizationPartner,
        @Nullable String organizationStatus,
        LocalizedText title,
        LocalizedText summary,
        String kind,
        String mode,
        List<String> sectors,
        List<String> languages,
        @Nullable Integer funding,
        String status,
        @Nullable Instant submittedAt,
        @Nullable Decision decision,
        @Nullable List<FieldError> missing,
        List<String> allowedTransitions,
        @Nullable Map<String, String> withheld)
        implements Item {

    public boolean isOrganizationSuspended() {
        return "SUSPENDED".equals(organizationStatus);
    }
}
