package ma.maydan.events.registration;

import java.util.List;
import ma.maydan.events.organization.OrganizationReplica;
import ma.maydan.events.organization.OrganizationReplicas;
import org.springframework.stereotype.Component;

/**
 * Who is told what concerns a registration: whose it is, or for a seat without a name the editors who hold it; nobody
 * while a guest has yet to confirm their address.
 */
@Component
class Hearers {

    private final OrganizationReplicas organizations;

    Hearers(OrganizationReplicas organizations) {
        this.organizations = organizations;
    }

    List<String> of(List<Registration> registrations) {
        return registrations.stream()
                .flatMap(one -> of(one).stream())
                .distinct()
                .toList();
    }

    private List<String> of(Registration one) {
        if (one.holder().isUnconfirmed()
                || one.holder().behalf() == null && one.holder().isNobodys()) {
            return List.of();
        }
        var behalf = one.holder().behalf();
        if (behalf == null || !one.holder().isUnnamed()) {
            return List.of(one.personId());
        }
        return organizations
                .find(behalf.organizationId())
                .map(OrganizationReplica::editorIds)
                .orElse(List.of());
    }
}
