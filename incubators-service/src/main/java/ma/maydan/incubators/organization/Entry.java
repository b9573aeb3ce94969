package ma.maydan.incubators.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the register keeps of an organization beside what that says of itself.
 *
 * @param slug its name in addresses, unique
 * @param names by what it is found beside others; null until they have been made for an organization from before
 * @param verifiedIce the ICE while no other organization may be verified with it, else null
 * @param partner whether an active partnership names it
 * @param submittedAt when it was last submitted
 * @param verifiedAt when it was last verified; a reinstatement keeps it
 */
public record Entry(
        String slug,
        @Nullable NameKeys names,
        @Nullable String verifiedIce,
        boolean partner,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant verifiedAt) {

    static Entry of(String slug, OrganizationProfile profile, Instant now) {
        return new Entry(slug, NameKeys.of(profile, slug), null, false, now, null, null);
    }

    Entry with(OrganizationProfile profile) {
        return new Entry(slug, NameKeys.of(profile, slug), verifiedIce, partner, createdAt, submittedAt, verifiedAt);
    }

    Entry holding(@Nullable String ice) {
        return new Entry(slug, names, ice, partner, createdAt, submittedAt, verifiedAt);
    }

    Entry submitted(Instant now) {
        return new Entry(slug, names, verifiedIce, partner, createdAt, now, verifiedAt);
    }

    Entry verified(Instant now) {
        return new Entry(slug, names, verifiedIce, partner, createdAt, submittedAt, now);
    }

    Entry asPartner(boolean isPartner) {
        return new Entry(slug, names, verifiedIce, isPartner, createdAt, submittedAt, verifiedAt);
    }
}
