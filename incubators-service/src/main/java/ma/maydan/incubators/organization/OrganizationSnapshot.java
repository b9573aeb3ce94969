package ma.maydan.incubators.organization;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import ma.maydan.starter.text.LocalizedText;
import ma.maydan.starter.vocabulary.OrganizationKind;

/** What events tell of an organization. */
record OrganizationSnapshot(
        String id,
        LocalizedText legalName,
        List<OrganizationKind> kinds,
        String region,
        @JsonUnwrapped State state,
        @JsonUnwrapped Badges badges,
        List<Member> members) {

    /** @param visibility to whom it shows itself while it is verified */
    record State(OrganizationStatus registrationStatus, Showing.Visibility visibility) {}

    /** @param trusted whether it publishes its own events without the cluster */
    record Badges(boolean partner, boolean trusted) {}

    static OrganizationSnapshot of(Organization organization) {
        var profile = organization.profile();
        return new OrganizationSnapshot(
                organization.id(),
                profile.legalName(),
                profile.kinds(),
                profile.region(),
                new State(organization.status(), profile.showing().visibility()),
                new Badges(organization.entry().partner(), organization.isTrusted()),
                organization.membership().members());
    }
}
