package ma.maydan.incubators.verification;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import ma.maydan.incubators.organization.CaseFilter;
import ma.maydan.incubators.organization.LookalikesView;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.incubators.organization.OrganizationStatus;
import ma.maydan.incubators.organization.OrganizationView;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.time.Morocco;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the cluster's staff does with organizations. */
@Service
class VerificationService {

    private final OrganizationService organizations;
    private final Clock clock;

    VerificationService(OrganizationService organizations, Clock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * @param statuses empty for those that wait for the staff
     * @param assigned null for anybody's
     */
    Page<Organization> cases(
            Set<OrganizationStatus> statuses,
            @Nullable Assigned assigned,
            boolean overdue,
            boolean appealed,
            @Nullable String sort,
            Paging paging,
            Actor actor) {
        if (statuses.contains(OrganizationStatus.DRAFT)) {
            throw ProblemException.invalidField("?status", "invalid-value");
        }
        var filter = new CaseFilter(
                appealed
                        ? EnumSet.of(OrganizationStatus.REJECTED)
                        : statuses.isEmpty()
                                ? EnumSet.of(OrganizationStatus.SUBMITTED, OrganizationStatus.UNDER_REVIEW)
                                : statuses,
                assigned == Assigned.ME ? actor.personId() : null,
                assigned == Assigned.NOBODY,
                appealed,
                overdue ? Morocco.today(clock) : null);
        return organizations.cases(filter, sort, paging);
    }

    /** Whose case it is, as seen by who asks. */
    enum Assigned {
        ME,
        NOBODY
    }

    /** See {@link OrganizationService#seen}. */
    OrganizationView seen(Organization organization, Actor actor) {
        return organizations.seen(organization, actor);
    }

    LookalikesView lookalikes(String id, Actor actor) {
        return organizations.lookalikes(id, actor);
    }

    Organization take(String id, ExpectedVersion expected, Actor actor) {
        return organizations.change(id, expected, actor, organization -> organization.take(actor, clock.instant()));
    }

    Organization verify(String id, ExpectedVersion expected, Actor actor) {
        return organizations.change(id, expected, actor, organization -> organization.verify(actor, clock.instant()));
    }

    Organization reject(String id, ExpectedVersion expected, Actor actor, Reason reason) {
        return organizations.change(
                id, expected, actor, organization -> organization.reject(actor, clock.instant(), reason));
    }

    Organization trust(String id, ExpectedVersion expected, Actor actor, Reason reason) {
        return organizations.change(
                id, expected, actor, organization -> organization.trust(actor, clock.instant(), reason));
    }

    Organization distrust(String id, ExpectedVersion expected, Actor actor, Reason reason) {
        return organizations.change(
                id, expected, actor, organization -> organization.distrust(actor, clock.instant(), reason));
    }

    Organization suspend(String id, ExpectedVersion expected, Actor actor, Reason reason) {
        return organizations.change(
                id, expected, actor, organization -> organization.suspend(actor, clock.instant(), reason));
    }

    Organization reinstate(String id, ExpectedVersion expected, Actor actor, @Nullable Reason reason) {
        return organizations.change(
                id, expected, actor, organization -> organization.reinstate(actor, clock.instant(), reason));
    }
}
