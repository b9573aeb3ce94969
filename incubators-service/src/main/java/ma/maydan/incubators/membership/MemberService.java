package ma.maydan.incubators.membership;

import java.time.Clock;
import ma.maydan.incubators.organization.Belonging;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.notice.Guests;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.stereotype.Service;

/** The members of organizations, and what is done with their roles. */
@Service
class MemberService {

    private final OrganizationService organizations;
    private final Guests people;
    private final Clock clock;

    MemberService(OrganizationService organizations, Guests people, Clock clock) {
        this.organizations = organizations;
        this.people = people;
        this.clock = clock;
    }

    /** @throws ProblemException 404 for who neither belongs to it nor to the staff of the cluster */
    MembersView of(String organizationId, Actor actor) {
        var organization = organizations.get(organizationId, actor);
        if (!organization.isInsider(actor)) {
            throw ProblemException.notFound();
        }
        return view(organization, actor);
    }

    /** See {@link Belonging#giveRole}. */
    MembersView giveRole(
            String organizationId, String personId, MemberRole role, ExpectedVersion expected, Actor actor) {
        var changed = organizations.change(
                organizationId,
                expected,
                actor,
                one -> Belonging.giveRole(one, personId, role, actor, clock.instant()));
        return view(changed, actor);
    }

    /** See {@link Belonging#remove}. */
    void remove(String organizationId, String personId, ExpectedVersion expected, Actor actor) {
        organizations.change(
                organizationId, expected, actor, one -> Belonging.remove(one, personId, actor, clock.instant()));
    }

    private MembersView view(Organization organization, Actor actor) {
        return MembersView.of(organization, people.namesOf(organization.memberIds()), actor);
    }
}
