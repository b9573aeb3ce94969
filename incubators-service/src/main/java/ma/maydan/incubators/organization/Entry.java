package ma.maydan.incubators.organization;

import java.time.Instant;
import java.util.List;
import ma.maydan.incubators.confirmation.Confirmation;
import ma.maydan.incubators.confirmation.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What the register keeps of an organization beside what that says of itself.
 *
 * @param slug its name in addresses, unique
 * @param names by what it is found beside others; null until they have been made for an organization from before
 * @param held its identifiers while no other organization may be verified with them ({@link Identifiers#held}); else
 *     null
 * @param partner whether an active partnership names it
 * @param confirmation until when it is confirmed; null for one that was never verified
 * @param change what it would say of itself, once the cluster has agreed; null for nothing
 */
public record Entry(
        String slug,
        @Nullable NameKeys names,
        @Nullable List<String> held,
        boolean partner,
        Times times,
        @Nullable Confirmation confirmation,
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
        return new Entry(slug, NameKeys.of(profile, slug), null, false, new Times(now, null, null, now), null, null);
    }

    Entry with(OrganizationProfile profile) {
        return new Entry(slug, NameKeys.of(profile, slug), held, partner, times, confirmation, change);
    }

    Entry holding(@Nullable List<String> identifiers) {
        return new Entry(slug, names, identifiers, partner, times, confirmation, change);
    }

    Entry submitted(Instant now) {
        return at(new Times(times.createdAt, now, times.verifiedAt, times.confirmedAt));
    }

    Entry verified(Instant now) {
        var next = confirmation == null ? Confirmation.of(now) : confirmation.verified(now);
        return at(new Times(times.createdAt, times.submittedAt, now, now)).with(next);
    }

    Entry with(Confirmation other) {
        return new Entry(slug, names, held, partner, times, other, change);
    }

    /** As an owner has declared. */
    Entry renewed(Statement statement) {
        var before = confirmation == null ? Confirmation.of(statement.at()) : confirmation;
        return confirmed(statement.at()).with(before.stated(statement));
    }

    Entry confirmed(Instant now) {
        return at(new Times(times.createdAt, times.submittedAt, times.verifiedAt, now));
    }

    private Entry at(Times other) {
        return new Entry(slug, names, held, partner, other, confirmation, change);
    }

    Entry asPartner(boolean isPartner) {
        return new Entry(slug, names, held, isPartner, times, confirmation, change);
    }

    /** With a change that waits, or none. */
    Entry waitingFor(@Nullable ProfileChange other) {
        return new Entry(slug, names, held, partner, times, confirmation, other);
    }
}
