package ma.maydan.portal.organizations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Decision;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.form.Owner;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Picture;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An organization as incubators-service shows it to the visitor.
 *
 * @param missing what submission needs and is not there; null or empty when nothing is, or for others
 * @param trusted whether it publishes its own events without the cluster; null for who need not know
 * @param myRole the visitor's role in it; null for others
 */
public record Organization(
        String id,
        long version,
        LocalizedText legalName,
        @Nullable LocalizedText description,
        List<String> kinds,
        @Nullable String ice,
        String region,
        @Nullable String website,
        @Nullable String phone,
        @Nullable String logo,
        String registrationStatus,
        boolean partner,
        @Nullable Instant verifiedAt,
        @Nullable Instant submittedAt,
        @Nullable Decision decision,
        @Nullable String takenBy,
        @Nullable String myRole,
        @Nullable Boolean trusted,
        @Nullable List<FieldError> missing,
        List<String> allowedTransitions,
        @Nullable Map<String, String> withheld)
        implements Item, Owner {

    /** Null when there is no logo. */
    public Picture.@Nullable Shown picture() {
        return Picture.Shown.of(logo);
    }

    @Override
    public LocalizedText title() {
        return legalName;
    }

    @Override
    public boolean isVerified() {
        return registrationStatus.equals("VERIFIED");
    }

    /** Whether the cluster's staff has something to decide on it. */
    public boolean isCase() {
        return !isVerified() && !registrationStatus.equals("DRAFT");
    }

    /** Whether the visitor can have the receipt of what was submitted. */
    public boolean hasReceipt() {
        return submittedAt != null && !List.of("DRAFT", "REJECTED").contains(registrationStatus);
    }

    public boolean isMine() {
        return myRole != null;
    }

    @Override
    public boolean isOwned() {
        return "OWNER".equals(myRole);
    }

    @Override
    public boolean mayEdit() {
        return myRole != null && !myRole.equals("VIEWER");
    }
}
