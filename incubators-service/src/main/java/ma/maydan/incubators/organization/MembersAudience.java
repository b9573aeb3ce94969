package ma.maydan.incubators.organization;

import java.util.List;
import ma.maydan.starter.notice.Audience;
import ma.maydan.starter.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The members of an organization. */
@Component
class MembersAudience implements Audience {

    private final OrganizationStore organizations;

    MembersAudience(OrganizationStore organizations) {
        this.organizations = organizations;
    }

    @Override
    public String name() {
        return Organization.MEMBERS;
    }

    @Override
    public Page<String> people(String of, @Nullable String cursor) {
        var members = organizations
                .find(of)
                .map(organization -> organization.membership().members())
                .orElse(List.of());
        return new Page<>(members.stream().map(Member::personId).toList(), null);
    }
}
