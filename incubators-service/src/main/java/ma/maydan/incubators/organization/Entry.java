package ma.maydan.incubators.organization;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the register keeps of an organization beside what that says of itself.
 *
 * @param slug its name in addresses, unique
 * @param names by what it is found beside others; null until they have been made for an organization from before
 * @param held its identifiers while no other organization may be verified with them ({@link Identifiers#held}); else
 *     null
 * @param partner whether an active partnership names it
 * @param change what it would say of itself, once the cluster has agreed; null for nothing
 */
public record Entry(
        String slug,
        @Nullable NameKeys names,
        @Nullable List<String> held,
        boolean partner,
        Times times,
        @Nullable ProfileChange change) {

    /**
     * @param submittedAt when it was last submitted
     * @param verifiedAt when it was last verified; a reinstatement keeps it
     * @param confirmedAt when somebody last said, or looked at, all that its profile says; null for one from before
     */
    public record Times(
            Instant createdAt,
            @Nullable Instant submittedAt,
            @Nullable Instant verifiedAt,
            @Nullable Instant confirmedAt) {}

    public static Entry of(String slug, OrganizationProfile profile, Instant now) {
        return new Entry(slug, NameKeys.of(profile, slug), null, false, new Times(now, null, null, now), null);
    }

    Entry with(OrganizationProfile profile) {
        return new Entry(slug, NameKeys.of(profile, slug), held, partner, times, change);
    }

    Entry holding(@Nullable List<String> identifiers) {
        return new Entry(slug, names, identifiers, partner, times, change);
    }

    Entry submitted(Instant now) {
        return at(new Times(times.createdAt, now, times.verifiedAt, times.confirmedAt));
    }

    Entry verified(Instant now) {
        return at(new Times(times.createdAt, times.submittedAt, now, now));
    }

    Entry confirmed(Instant now) {
        return at(new Times(times.createdAt, times.submittedAt, times.verifiedAt, now));
    }

    private Entry at(Times other) {
        return new Entry(slug, names, held, partner, other, change);
    }

    Entry asPartner(boolean isPartner) {
        return new Entry(slug, names, held, isPartner, times, change);
    }

    /** With a change that waits, or none. */
    Entry waitingFor(@Nullable ProfileChange other) {
        return new Entry(slug, names, held, partner, times, other);
    }
}
