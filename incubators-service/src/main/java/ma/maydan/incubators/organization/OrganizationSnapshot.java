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
        OrganizationStatus registrationStatus,
        @JsonUnwrapped Badges badges,
        List<Member> members) {

    /** @param trusted whether it publishes its own events without the cluster */
    record Badges(boolean partner, boolean trusted) {}

    static OrganizationSnapshot of(Organization organization) {
        var profile = organization.profile();
        return new OrganizationSnapshot(
                organization.id(),
                profile.legalName(),
                profile.kinds(),
                profile.region(),
                organization.status(),
                new Badges(organization.entry().partner(), organization.isTrusted()),
                organization.membership().members());
    }
}
