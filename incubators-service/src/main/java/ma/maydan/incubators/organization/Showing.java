package ma.maydan.incubators.organization;

import org.jspecify.annotations.Nullable;

/**
 * How an organization shows itself.
 *
 * @param logo see {@link ma.maydan.starter.file.Pictures}
 */
public record Showing(Visibility visibility, @Nullable String logo) {

    /** Who sees a verified organization, beside its members and the cluster's staff. */
    public enum Visibility {
        PUBLIC,
        /** Who belongs to a verified organization. */
        MEMBERS,
        /** Nobody. */
        STEALTH
    }
}
