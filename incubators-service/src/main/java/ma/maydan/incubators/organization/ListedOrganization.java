package ma.maydan.incubators.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import ma.maydan.starter.lifecycle.Actor;
import org.jspecify.annotations.Nullable;

/** What the public list tells: an organization, or that one went away since. */
@Schema(oneOf = {OrganizationView.class, ListedOrganization.Gone.class})
sealed interface ListedOrganization permits OrganizationView, ListedOrganization.Gone {

    /**
     * An organization that everybody saw in the list, which does not have it now.
     *
     * @param registrationStatus absent for one that is verified still, and shows itself to fewer
     * @param updatedAt when it went away
     */
    @Schema(name = "GoneOrganization")
    record Gone(String id, long version, @Nullable OrganizationStatus registrationStatus, Instant updatedAt)
            implements ListedOrganization {}

    /** @param colleague see {@link Organization#isVisibleTo} */
    static ListedOrganization of(Organization organization, Actor actor, BooleanSupplier colleague, Instant now) {
        return organization.isVerified() && organization.isVisibleTo(actor, colleague)
                ? OrganizationView.of(organization, actor, now)
                : new Gone(
                        organization.id(),
                        organization.version(),
                        organization.isVerified() ? null : organization.status(),
                        organization.changedAt());
    }
}
