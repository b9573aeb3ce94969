package ma.maydan.incubators.organization;

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
        boolean partner,
        List<Member> members) {

    static OrganizationSnapshot of(Organization organization) {
        var profile = organization.profile();
        return new OrganizationSnapshot(
                organization.id(),
                profile.legalName(),
                profile.kinds(),
                profile.region(),
                organization.status(),
                organization.entry().partner(),
                organization.membership().members());
    }
}
