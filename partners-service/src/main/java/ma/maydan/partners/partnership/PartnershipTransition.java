package ma.maydan.partners.partnership;

import static ma.maydan.partners.partnership.Partnership.Status.ACTIVE;
import static ma.maydan.partners.partnership.Partnership.Status.APPROVED;
import static ma.maydan.partners.partnership.Partnership.Status.CHANGES_REQUESTED;
import static ma.maydan.partners.partnership.Partnership.Status.DRAFT;
import static ma.maydan.partners.partnership.Partnership.Status.REJECTED;
import static ma.maydan.partners.partnership.Partnership.Status.SUSPENDED;
import static ma.maydan.partners.partnership.Partnership.Status.UNDER_REVIEW;
import static ma.maydan.partners.partnership.Partnership.Status.WITHDRAWN;
import static ma.maydan.starter.lifecycle.Who.ADMIN;
import static ma.maydan.starter.lifecycle.Who.OWNER;

import java.util.function.Predicate;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Rule;
import ma.maydan.starter.lifecycle.Transition;
import ma.maydan.starter.problem.ProblemException;

/**
 * The life cycle of a partnership, in the order in which transitions are offered. Owners are those of the proposer; an
 * admin decides, other than the person who proposed. Whether an approved one is in force follows from its days.
 */
enum PartnershipTransition implements Transition<Partnership.Status, PartnershipSituation> {
    EDIT(from(DRAFT, CHANGES_REQUESTED).by(OWNER).tells("updated")),
    SUBMIT(betweenVerified(from(DRAFT, CHANGES_REQUESTED)
                    .by(OWNER)
                    .when(inTime(), () -> ProblemException.invalidField("/endsOn", "in-the-past")))
            .to(UNDER_REVIEW)
            .tells("submitted")),
    APPROVE(betweenVerified(decided(UNDER_REVIEW).when(inTime(), () -> ProblemException.conflict("term-over")))),
    REQUEST_CHANGES(decided(UNDER_REVIEW).to(CHANGES_REQUESTED).tells("changes_requested")),
    REJECT(decided(UNDER_REVIEW).to(REJECTED).tells("rejected")),
    WITHDRAW(
            from(DRAFT, UNDER_REVIEW, CHANGES_REQUESTED).by(OWNER).to(WITHDRAWN).tells("withdrawn")),
    SUSPEND(decided(APPROVED, ACTIVE).to(SUSPENDED).tells("suspended")),
    RESUME(betweenVerified(decided(SUSPENDED)
                    .when(situation -> !Partnership.SYSTEM.equals(
                            situation.partnership().stage().suspendedBy()))
                    .byAnother(situation ->
                            situation.actor().is(situation.partnership().stage().suspendedBy())))
            .tells("resumed")),
    DELETE(from(DRAFT).by(OWNER).tells("deleted"));

    static final LifeCycle<PartnershipTransition, Partnership.Status, PartnershipSituation> LIFE_CYCLE =
            new LifeCycle<>("partnership", PartnershipTransition.class);

    private final Rule<Partnership.Status, PartnershipSituation> rule;

    PartnershipTransition(Rule<Partnership.Status, PartnershipSituation> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Partnership.Status, PartnershipSituation> rule() {
        return rule;
    }

    private static Rule<Partnership.Status, PartnershipSituation> from(
            Partnership.Status first, Partnership.Status... more) {
        return Rule.from(first, more);
    }

    private static Rule<Partnership.Status, PartnershipSituation> decided(
            Partnership.Status first, Partnership.Status... more) {
        return from(first, more)
                .by(ADMIN)
                .byAnother(situation ->
                        situation.actor().is(situation.partnership().proposal().proposedBy()));
    }

    private static Rule<Partnership.Status, PartnershipSituation> betweenVerified(
            Rule<Partnership.Status, PartnershipSituation> rule) {
        return rule.when(
                situation -> situation.now().partiesVerified(),
                () -> ProblemException.conflict("organization-not-verified"));
    }

    private static Predicate<PartnershipSituation> inTime() {
        return situation -> !situation.partnership().isOver(situation.now().today());
    }
}
