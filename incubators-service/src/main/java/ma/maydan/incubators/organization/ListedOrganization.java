package ma.maydan.incubators.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import ma.maydan.starter.lifecycle.Actor;

/** What the public list tells: an organization, or that one went away since. */
@Schema(oneOf = {OrganizationView.class, ListedOrganization.Gone.class})
sealed interface ListedOrganization permits OrganizationView, ListedOrganization.Gone {

    /**
     * An organization that everybody saw and only its members and the cluster see now.
     *
     * @param registrationStatus SUSPENDED
     * @param updatedAt when it went away
     */
    @Schema(name = "GoneOrganization")
    record Gone(String id, long version, OrganizationStatus registrationStatus, Instant updatedAt)
            implements ListedOrganization {}

    static ListedOrganization of(Organization organization, Actor actor) {
        return organization.isVerified()
                ? OrganizationView.of(organization, actor)
                : new Gone(organization.id(), organization.version(), organization.status(), organization.changedAt());
    }
}
