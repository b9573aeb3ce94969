package ma.maydan.starter.ownership;

import org.jspecify.annotations.Nullable;

/**
 * The organization that something belongs to.
 *
 * @param standing kept beside it for lists, by {@link OwnedStore#follow}
 * @param slot one of those that bound how many unfinished things an organization has; null when it holds none
 */
public record Owner(
        String organizationId, Standing standing, @Nullable String slot) {

    public static Owner of(String organizationId, Standing standing) {
        return new Owner(organizationId, standing, null);
    }

    public boolean isVerified() {
        return standing.verified();
    }

    /** Whether it may begin something new, such as publish. */
    public boolean isConfirmed() {
        return standing.isConfirmed();
    }

    public Owner with(Standing now) {
        return new Owner(organizationId, now, slot);
    }

    public Owner holding(@Nullable String itsSlot) {
        return new Owner(organizationId, standing, itsSlot);
    }
}
