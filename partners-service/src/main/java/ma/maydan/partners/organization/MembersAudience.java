package ma.maydan.partners.organization;

import java.util.List;
import ma.maydan.starter.notice.Audience;
import ma.maydan.starter.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The members of an organization, as the register tells them. */
@Component
class MembersAudience implements Audience {

    private final OrganizationReplicas organizations;

    MembersAudience(OrganizationReplicas organizations) {
        this.organizations = organizations;
    }

    @Override
    public String name() {
        return OrganizationReplica.MEMBERS;
    }

    @Override
    public Page<String> people(String of, @Nullable String cursor) {
        var members = organizations.find(of).map(OrganizationReplica::members).orElse(List.of());
        return new Page<>(
                members.stream().map(OrganizationReplica.Member::personId).toList(), null);
    }
}
