package ma.maydan.partners.partnership;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import ma.maydan.partners.organization.OrganizationReplica;
import ma.maydan.partners.organization.OrganizationReplicas;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.starter.web.ReasonRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** What proposers and the cluster do with partnerships. */
@Service
class PartnershipService {

    private final PartnershipStore partnerships;
    private final OrganizationReplicas organizations;
    private final Clock clock;

    PartnershipService(PartnershipStore partnerships, OrganizationReplicas organizations, Clock clock) {
        this.partnerships = partnerships;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** @param partnerId the cluster when null */
    Partnership propose(
            String id, Partnership.Terms terms, String proposerId, @Nullable String partnerId, Caller caller) {
        var proposer = organizations
                .find(proposerId)
                .filter(organization -> organization.hasMember(caller.id()))
                .orElseThrow(() -> ProblemException.invalidField("/proposerOrganizationId", "not-your-organization"));
        if (!proposer.isOwnedBy(caller.id())) {
            throw ProblemException.forbidden();
        }
        requireVerified(proposer);
        var partner = partnerId == null
                ? organizations.cluster().orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "no-cluster"))
                : organizations
                        .find(partnerId)
                        .filter(OrganizationReplica::isVerified)
                        .orElseThrow(() -> ProblemException.invalidField("/partnerOrganizationId", "unknown-partner"));
        if (partner.id().equals(proposerId)) {
            throw ProblemException.invalidField("/partnerOrganizationId", "own-organization");
        }
        var actor = new Partnership.Actor(caller.requireId(), caller.isAdmin(), true, true);
        return partnerships.insert(Partnership.draft(id, terms, proposerId, partner.id(), actor, clock.instant()));
    }

    /**
     * @param proposerId null or the one of the proposal, as {@code partnerId}: the parties of a partnership stay
     */
    Partnership edit(
            String id,
            ExpectedVersion expected,
            Partnership.Terms terms,
            @Nullable String proposerId,
            @Nullable String partnerId,
            Caller caller) {
        return change(id, expected, caller, (it, actor) -> {
            var edited = it.edit(terms, actor, clock.instant());
            if (proposerId != null && !proposerId.equals(it.proposerOrganizationId())) {
                throw ProblemException.invalidField("/proposerOrganizationId", "invalid-value");
            }
            if (partnerId != null
                    && (partnerId.equals(it.proposerOrganizationId())
                            || !it.parties().contains(partnerId))) {
                throw ProblemException.invalidField("/partnerOrganizationId", "invalid-value");
            }
            return edited;
        });
    }

    Partnership submit(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (it, actor) -> {
            var change = it.submit(actor, clock.instant());
            requireVerifiedParties(it);
            return change;
        });
    }

    Partnership approve(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (it, actor) -> {
            var change = it.approve(actor, clock.instant());
            requireVerifiedParties(it);
            return change;
        });
    }

    Partnership requestChanges(String id, ExpectedVersion expected, ReasonRequest reason, Caller caller) {
        return change(id, expected, caller, (it, actor) -> it.requestChanges(actor, reason(reason), clock.instant()));
    }

    Partnership reject(String id, ExpectedVersion expected, ReasonRequest reason, Caller caller) {
        return change(id, expected, caller, (it, actor) -> it.reject(actor, reason(reason), clock.instant()));
    }

    Partnership withdraw(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (it, actor) -> it.withdraw(actor, clock.instant()));
    }

    Partnership suspend(String id, ExpectedVersion expected, ReasonRequest reason, Caller caller) {
        return change(id, expected, caller, (it, actor) -> it.suspend(actor, reason(reason), clock.instant()));
    }

    Partnership resume(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (it, actor) -> {
            var change = it.resume(actor, clock.instant());
            requireVerifiedParties(it);
            return change;
        });
    }

    /**
     * A partnership that this caller may see: in force, or as a party, or for the cluster.
     *
     * @throws ProblemException 404 for every other
     */
    Partnership require(String id, Caller caller) {
        return partnerships
                .find(id)
                .filter(it -> it.status() == Partnership.Status.ACTIVE
                        || partiesOf(List.of(it)).areKnownTo(it, caller))
                .orElseThrow(ProblemException::notFound);
    }

    Page<Partnership> active(@Nullable String organizationId, Paging paging) {
        return partnerships.active(organizationId, paging);
    }

    Page<Partnership> underReview(Paging paging) {
        return partnerships.underReview(paging);
    }

    Page<Partnership> ofCaller(Caller caller, Paging paging) {
        var own = organizations.ofMember(caller.requireId()).stream()
                .map(OrganizationReplica::id)
                .toList();
        return own.isEmpty() ? new Page<>(List.of(), null) : partnerships.ofParties(own, paging);
    }

    Parties partiesOf(Collection<Partnership> of) {
        var ids = of.stream().flatMap(it -> it.parties().stream()).distinct().toList();
        return new Parties(organizations.findAll(ids), organizations.clusterId());
    }

    private interface Step {
        Change<Partnership> take(Partnership partnership, Partnership.Actor actor);
    }

    private Partnership change(String id, ExpectedVersion expected, Caller caller, Step step) {
        var partnership = require(id, caller);
        expected.require(partnership.version());
        return partnerships.update(
                step.take(partnership, partiesOf(List.of(partnership)).actor(partnership, caller)));
    }

    private void requireVerifiedParties(Partnership it) {
        var known = organizations.findAll(it.parties());
        it.parties().forEach(party -> requireVerified(known.get(party)));
    }

    private static void requireVerified(@Nullable OrganizationReplica organization) {
        if (organization == null || !organization.isVerified()) {
            throw new ProblemException(HttpStatus.CONFLICT, "organization-not-verified");
        }
    }

    private static Partnership.Reason reason(ReasonRequest request) {
        return new Partnership.Reason(request.reasonCode().name(), request.reasonText());
    }
}
