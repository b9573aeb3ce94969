package ma.maydan.partners.partnership;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import ma.maydan.partners.organization.OrganizationReplica;
import ma.maydan.partners.organization.OrganizationReplicas;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.time.Morocco;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.ExpectedVersion;
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
    Partnership propose(String id, Terms terms, String proposerId, @Nullable String partnerId, Caller caller) {
        var proposer = organizations
                .find(proposerId)
                .filter(organization -> organization.hasMember(caller.id()))
                .orElseThrow(() -> ProblemException.invalidField("/proposerOrganizationId", "not-your-organization"));
        if (proposer.roleOf(caller.id()) != MemberRole.OWNER) {
            throw ProblemException.forbidden();
        }
        if (!proposer.isVerified()) {
            throw ProblemException.conflict("organization-not-verified");
        }
        var partner = partnerId == null
                ? organizations.cluster().orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "no-cluster"))
                : organizations
                        .find(partnerId)
                        .filter(OrganizationReplica::isVerified)
                        .orElseThrow(() -> ProblemException.invalidField("/partnerOrganizationId", "unknown-partner"));
        if (partner.id().equals(proposerId)) {
            throw ProblemException.invalidField("/partnerOrganizationId", "own-organization");
        }
        return partnerships.insert(
                Partnership.draft(id, terms, proposerId, partner.id(), Actor.of(caller), betweenVerified()));
    }

    /**
     * @param proposerId null or the one of the proposal, as {@code partnerId}: the parties of a partnership stay
     */
    Partnership edit(
            String id,
            ExpectedVersion expected,
            Terms terms,
            @Nullable String proposerId,
            @Nullable String partnerId,
            Caller caller) {
        return change(id, expected, caller, (it, actor, now) -> {
            var edited = it.edit(terms, actor, now);
            var parties = it.proposal();
            if (proposerId != null && !proposerId.equals(parties.proposerOrganizationId())) {
                throw ProblemException.invalidField("/proposerOrganizationId", "invalid-value");
            }
            if (partnerId != null && !partnerId.equals(parties.partnerOrganizationId())) {
                throw ProblemException.invalidField("/partnerOrganizationId", "invalid-value");
            }
            return edited;
        });
    }

    Partnership submit(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (it, actor, now) -> it.submit(actor, now));
    }

    Partnership approve(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (it, actor, now) -> it.approve(actor, now));
    }

    Partnership requestChanges(String id, ExpectedVersion expected, Reason reason, Caller caller) {
        return change(
                id,
                expected,
                caller,
                (it, actor, now) -> it.take(PartnershipTransition.REQUEST_CHANGES, actor, reason, now));
    }

    Partnership reject(String id, ExpectedVersion expected, Reason reason, Caller caller) {
        return change(
                id, expected, caller, (it, actor, now) -> it.take(PartnershipTransition.REJECT, actor, reason, now));
    }

    Partnership withdraw(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (it, actor, now) -> it.take(PartnershipTransition.WITHDRAW, actor, now));
    }

    Partnership suspend(String id, ExpectedVersion expected, Reason reason, Caller caller) {
        return change(id, expected, caller, (it, actor, now) -> it.suspend(actor, reason, now));
    }

    Partnership resume(String id, ExpectedVersion expected, Caller caller) {
        return change(id, expected, caller, (it, actor, now) -> it.resume(actor, now));
    }

    void delete(String id, ExpectedVersion expected, Caller caller) {
        var partnership = require(id, caller);
        expected.require(partnership.version());
        var parties = partiesOf(List.of(partnership));
        var now = parties.around(partnership, clock);
        partnerships.delete(partnership.take(PartnershipTransition.DELETE, parties.actor(partnership, caller), now));
    }

    /**
     * A partnership that this caller may see: in force, or as a party, or for the cluster.
     *
     * @throws ProblemException 404 for every other
     */
    Partnership require(String id, Caller caller) {
        return partnerships
                .find(id)
                .map(it -> it.on(Morocco.today(clock)))
                .filter(it -> {
                    var parties = partiesOf(List.of(it));
                    return it.status() == Partnership.Status.ACTIVE
                            ? parties.areShown(it, caller)
                            : parties.areKnownTo(it, caller);
                })
                .orElseThrow(ProblemException::notFound);
    }

    /** What the public saw that changed since, as it is today; see {@link PartnershipStore#changed}. */
    Page<Partnership> changed(@Nullable String organizationId, Instant updatedAfter, Paging paging) {
        return onThisDay(partnerships.changed(organizationId, updatedAfter, paging));
    }

    /** Those in force today. */
    Page<Partnership> active(@Nullable String organizationId, Paging paging) {
        return onThisDay(partnerships.active(organizationId, Morocco.today(clock), paging));
    }

    /** See {@link PartnershipStore#underReview}. */
    Page<Partnership> underReview(Terms.@Nullable Type type, @Nullable String sort, Paging paging) {
        return partnerships.underReview(type, sort, paging);
    }

    Page<Partnership> ofCaller(Caller caller, Paging paging) {
        var own = organizations.ofMember(caller.requireId()).stream()
                .map(OrganizationReplica::id)
                .toList();
        return own.isEmpty() ? new Page<>(List.of(), null) : onThisDay(partnerships.ofParties(own, paging));
    }

    private Page<Partnership> onThisDay(Page<Partnership> page) {
        return page.map(it -> it.on(Morocco.today(clock)));
    }

    Parties partiesOf(Collection<Partnership> of) {
        var ids = of.stream().flatMap(it -> it.parties().stream()).distinct().toList();
        return new Parties(organizations.findAll(ids), organizations.clusterId());
    }

    /** What a caller may do with a partnership now. */
    Offer offer(Partnership it, Parties parties, Caller caller) {
        return it.offer(parties.actor(it, caller), parties.around(it, clock));
    }

    private interface Step {
        Change<Partnership> take(Partnership partnership, Actor actor, Circumstances now);
    }

    private Partnership change(String id, ExpectedVersion expected, Caller caller, Step step) {
        var partnership = require(id, caller);
        expected.require(partnership.version());
        var parties = partiesOf(List.of(partnership));
        var now = parties.around(partnership, clock);
        return partnerships.update(step.take(partnership, parties.actor(partnership, caller), now));
    }

    private Circumstances betweenVerified() {
        return new Circumstances(clock.instant(), Morocco.today(clock), true, true);
    }
}
