package ma.maydan.incubators.organization;

import static ma.maydan.incubators.organization.OrganizationStatus.DRAFT;
import static ma.maydan.incubators.organization.OrganizationStatus.INFO_REQUESTED;
import static ma.maydan.incubators.organization.OrganizationStatus.LAPSED;
import static ma.maydan.incubators.organization.OrganizationStatus.REJECTED;
import static ma.maydan.incubators.organization.OrganizationStatus.RETIRED;
import static ma.maydan.incubators.organization.OrganizationStatus.REVOKED;
import static ma.maydan.incubators.organization.OrganizationStatus.SUBMITTED;
import static ma.maydan.incubators.organization.OrganizationStatus.SUSPENDED;
import static ma.maydan.incubators.organization.OrganizationStatus.UNDER_REVIEW;
import static ma.maydan.incubators.organization.OrganizationStatus.VERIFIED;
import static ma.maydan.incubators.organization.OrganizationStatus.WITHDRAWN;
import static ma.maydan.starter.lifecycle.Who.ADMIN;
import static ma.maydan.starter.lifecycle.Who.EDITOR;
import static ma.maydan.starter.lifecycle.Who.OFFICER;
import static ma.maydan.starter.lifecycle.Who.OWNER;

import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Rule;
import ma.maydan.starter.lifecycle.Transition;
import ma.maydan.starter.problem.ProblemException;

/** The way of an organization through its verification. */
enum OrganizationTransition implements Transition<OrganizationStatus, OrganizationSituation> {
    /** Of a verified one what is material waits ({@link ProfileChange}). */
    EDIT(from(DRAFT, REJECTED, WITHDRAWN, VERIFIED, LAPSED).by(EDITOR).tells("updated")),
    /** Not material: nobody verifies what it looks like, and it is changed at once. */
    LOGO(from(DRAFT, REJECTED, WITHDRAWN, VERIFIED, LAPSED).by(EDITOR).tells("updated")),
    /** A document of the check list is given, replaced or taken back. */
    EVIDENCE(from(DRAFT, REJECTED, WITHDRAWN, INFO_REQUESTED).by(EDITOR).tells("updated")),
    /** V1 and V8. That no other organization holds the ICE is checked by whoever sees the others. */
    SUBMIT(from(DRAFT, REJECTED, WITHDRAWN)
            .by(OWNER)
            .when(OrganizationSituation::maySubmit, () -> ProblemException.conflict("submitted-too-soon"))
            .to(SUBMITTED)
            .tells("submitted")),
    /** V2. */
    TAKE(from(SUBMITTED).by(OFFICER).to(UNDER_REVIEW).tells("review_started")),
    /** Gives the case back, so that somebody else takes it. */
    RELEASE(from(UNDER_REVIEW)
            .by(OFFICER)
            .when(OrganizationSituation::hasTheCase, () -> ProblemException.conflict("not-your-case"))
            .to(SUBMITTED)
            .tells("released")),
    /** Takes over a case from somebody who has it, such as one who is ill. */
    TAKE_OVER(from(UNDER_REVIEW, INFO_REQUESTED)
            .by(OFFICER)
            .when(situation -> !situation.hasTheCase())
            .tells("review_started")),
    /** What came of looking at each side of it. */
    CHECKS(from(UNDER_REVIEW)
            .by(OFFICER)
            .when(OrganizationSituation::hasTheCase, () -> ProblemException.conflict("not-your-case"))
            .tells("checked")),
    /** The staff writes to each other. */
    NOTE(from(SUBMITTED, UNDER_REVIEW, INFO_REQUESTED)
            .by(OFFICER)
            .when(OrganizationSituation::hasRoomForNotes, () -> ProblemException.conflict("too-many-notes"))
            .tells("noted")),
    /** V3, once in a case. */
    REQUEST_INFO(from(UNDER_REVIEW)
            .by(OFFICER)
            .when(OrganizationSituation::isUnasked, () -> ProblemException.conflict("asked-before"))
            .to(INFO_REQUESTED)
            .tells("info_requested")),
    /** V4. */
    PROVIDE_INFO(from(INFO_REQUESTED).by(OWNER).to(UNDER_REVIEW).tells("info_provided")),
    /** V6. */
    VERIFY(from(UNDER_REVIEW)
            .by(ADMIN)
            .byAnother(OrganizationSituation::tookTheCase)
            .when(OrganizationSituation::isPassed, () -> ProblemException.conflict("checks-open"))
            .to(VERIFIED)
            .tells("verified")),
    /** V7. */
    REJECT(from(UNDER_REVIEW)
            .by(ADMIN)
            .byAnother(OrganizationSituation::tookTheCase)
            .when(OrganizationSituation::isFailed, () -> ProblemException.conflict("no-failed-check"))
            .to(REJECTED)
            .tells("rejected")),
    /** Once for each rejection; it waits beside what the organization changes meanwhile. */
    APPEAL(from(REJECTED).by(OWNER).when(OrganizationSituation::mayAppeal).tells("appealed")),
    ACCEPT_APPEAL(onAppeal("appeal_accepted")),
    DISMISS_APPEAL(onAppeal("appeal_dismissed")),
    /** It publishes its own events by itself from then on. */
    TRUST(from(VERIFIED)
            .by(ADMIN)
            .when(situation -> !situation.organization().isTrusted())
            .tells("trusted")),
    /** Its events are looked at again before they are published. */
    DISTRUST(from(VERIFIED)
            .by(ADMIN)
            .when(situation -> situation.organization().isTrusted())
            .tells("distrusted")),
    /** An officer looks at what waits to be said of a verified one. */
    TAKE_CHANGE(from(VERIFIED, LAPSED)
            .by(OFFICER)
            .when(situation -> situation.hasChange() && situation.changeTakenBy() == null)
            .tells("change_taken")),
    ACCEPT_CHANGE(onTakenChange("change_accepted")),
    RETURN_CHANGE(onTakenChange("change_returned")),
    WITHDRAW_CHANGE(from(VERIFIED, LAPSED)
            .by(EDITOR)
            .when(OrganizationSituation::hasChange)
            .tells("change_withdrawn")),
    /** V10: nothing has changed. What has is told before ({@link ProfileChange}). That it lapses, V9, follows by itself. */
    RENEW(from(VERIFIED, LAPSED)
            .by(OWNER)
            .when(OrganizationSituation::isToBeConfirmed)
            .when(situation -> !situation.hasChange(), () -> ProblemException.conflict("change-waits"))
            .to(VERIFIED)
            .tells("renewed")),
    /** V11. */
    SUSPEND(from(VERIFIED, LAPSED).by(ADMIN).to(SUSPENDED).tells("suspended")),
    /** V12. */
    REINSTATE(from(SUSPENDED)
            .by(ADMIN)
            .byAnother(OrganizationSituation::suspended)
            .to(VERIFIED)
            .tells("reinstated")),
    /** V13, of which an owner is heard until the day that is given. */
    PROPOSE_REVOCATION(
            notTheCluster(from(VERIFIED, LAPSED, SUSPENDED).by(ADMIN).when(situation -> !situation.isToBeRevoked()))
                    .tells("revocation_proposed")),
    WITHDRAW_REVOCATION(from(VERIFIED, LAPSED, SUSPENDED)
            .by(ADMIN)
            .when(OrganizationSituation::isToBeRevoked)
            .tells("revocation_withdrawn")),
    HEARING(from(VERIFIED, LAPSED, SUSPENDED)
            .by(OWNER)
            .when(OrganizationSituation::mayBeHeard)
            .tells("heard")),
    REVOKE(from(VERIFIED, LAPSED, SUSPENDED)
            .by(ADMIN)
            .when(OrganizationSituation::isToBeRevoked)
            .byAnother(OrganizationSituation::proposed)
            .when(OrganizationSituation::wasHeard, () -> ProblemException.conflict("hearing-open"))
            .to(REVOKED)
            .tells("revoked")),
    /** V15. One that is to be revoked does not retire before. */
    RETIRE(notTheCluster(from(VERIFIED, LAPSED)
                    .by(OWNER, OFFICER)
                    .orFrom(SUSPENDED)
                    .by(OFFICER)
                    .when(situation -> !situation.isToBeRevoked()))
            .to(RETIRED)
            .tells("retired")),
    /** The cluster's own stays: it is found by its id, which the deployment gives once. */
    DELETE(from(DRAFT)
            .by(OWNER)
            .when(OrganizationSituation::isNotTheCluster, ProblemException::forbidden)
            .tells("deleted"));

    static final LifeCycle<OrganizationTransition, OrganizationStatus, OrganizationSituation> LIFE_CYCLE =
            new LifeCycle<>("organization", OrganizationTransition.class);

    private final Rule<OrganizationStatus, OrganizationSituation> rule;

    OrganizationTransition(Rule<OrganizationStatus, OrganizationSituation> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<OrganizationStatus, OrganizationSituation> rule() {
        return rule;
    }

    /** Decided by an admin, by another than the officer who looked at it. */
    private static Rule<OrganizationStatus, OrganizationSituation> onTakenChange(String told) {
        return from(VERIFIED, LAPSED)
                .by(ADMIN)
                .when(situation -> situation.changeTakenBy() != null)
                .byAnother(situation -> situation.actor().is(situation.changeTakenBy()))
                .tells(told);
    }

    private static Rule<OrganizationStatus, OrganizationSituation> notTheCluster(
            Rule<OrganizationStatus, OrganizationSituation> rule) {
        return rule.when(OrganizationSituation::isNotTheCluster, ProblemException::forbidden);
    }

    /** Decided by an admin who has neither rejected the organization nor looked at it. */
    private static Rule<OrganizationStatus, OrganizationSituation> onAppeal(String told) {
        return from(REJECTED)
                .by(ADMIN)
                .when(OrganizationSituation::hasAppeal)
                .byAnother(OrganizationSituation::rejected)
                .tells(told);
    }

    private static Rule<OrganizationStatus, OrganizationSituation> from(
            OrganizationStatus first, OrganizationStatus... more) {
        return Rule.from(first, more);
    }
}
