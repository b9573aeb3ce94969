package ma.maydan.incubators.organization;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * An organization as one caller sees it.
 *
 * @param updatedAt when something of it changed last that the public sees
 */
public record OrganizationView(
        String id,
        long version,
        @JsonUnwrapped OrganizationProfile profile,
        @JsonUnwrapped Register register,
        @JsonUnwrapped ForCaller forCaller,
        @JsonUnwrapped Offer offer,
        Instant updatedAt)
        implements Versioned, ListedOrganization {

    /**
     * How the register has it.
     *
     * @param confirmedAt when somebody of it last sent all that it says, or confirmed it, or the cluster verified that
     * @param nextConfirmationDate by which it is to be confirmed, in Morocco; of one that has lapsed, when it was to be
     */
    record Register(
            String slug,
            OrganizationStatus registrationStatus,
            boolean partner,
            @Nullable Instant verifiedAt,
            @Nullable Instant confirmedAt,
            @Nullable LocalDate nextConfirmationDate) {

        static Register of(Organization organization) {
            var entry = organization.entry();
            var times = entry.times();
            return new Register(
                    entry.slug(),
                    organization.status(),
                    entry.partner(),
                    times.verifiedAt(),
                    times.confirmedAt(),
                    entry.confirmation() == null ? null : entry.confirmation().nextOn());
        }
    }

    /**
     * What there is to do on its profile.
     *
     * @param missing what submission needs and is not there; for those who may submit
     * @param completeness for members and staff
     * @param change what it would say of itself, once the cluster has agreed; for members and staff
     */
    record Work(
            List<FieldProblem> missing,
            @Nullable Completeness completeness,
            @Nullable Changing change) {

        static Work of(Organization organization, Actor actor, Offer offer) {
            var insider = organization.isInsider(actor);
            return new Work(
                    offer.has(OrganizationTransition.SUBMIT) ? organization.missing() : List.of(),
                    insider ? Completeness.of(organization.profile()) : null,
                    insider ? Changing.of(organization, actor) : null);
        }
    }

    /**
     * A material change that waits for the cluster.
     *
     * @param changed the fields in which it differs
     * @param profile all that the organization would say of itself
     * @param at when it was made
     * @param takenBy the officer who looks at it; for staff
     */
    record Changing(
            List<String> changed,
            OrganizationProfile profile,
            Instant at,
            @Nullable String takenBy) {

        static @Nullable Changing of(Organization organization, Actor actor) {
            var change = organization.entry().change();
            return change == null
                    ? null
                    : new Changing(
                            ProfileChange.differences(organization.profile(), change.profile()),
                            change.profile(),
                            change.at(),
                            actor.officer() ? change.takenBy() : null);
        }
    }

    /**
     * What only some see.
     *
     * @param decision why it is rejected, suspended or gone; for members and staff
     * @param revocation what is to end it; for members and staff, while that is not decided
     * @param myRole the caller's, when a member
     * @param trusted whether it publishes its own events without the cluster; for members and staff
     */
    record ForCaller(
            @Nullable OrganizationDecisionView decision,
            @JsonUnwrapped OfCase ofCase,
            @Nullable Revocation revocation,
            @Nullable MemberRole myRole,
            @Nullable Boolean trusted,
            @JsonUnwrapped Work work) {

        static ForCaller of(Organization organization, Actor actor, Offer offer) {
            var decision = organization
                    .stage()
                    .negativeDecision()
                    .filter(any -> organization.isInsider(actor))
                    .flatMap(OrganizationDecisionView::of);
            return new ForCaller(
                    decision.orElse(null),
                    OfCase.of(organization, actor),
                    Revocation.of(organization, actor),
                    organization.roleOf(actor).orElse(null),
                    organization.isInsider(actor) ? organization.isTrusted() : null,
                    Work.of(organization, actor, offer));
        }
    }

    /**
     * That the cluster is to revoke it.
     *
     * @param on from which day, until which an owner is heard
     * @param minutes for staff
     * @param hearing what an owner has said against it
     */
    record Revocation(
            LocalDate on,
            Reason reason,
            @Nullable String minutes,
            @Nullable String hearing) {

        static @Nullable Revocation of(Organization organization, Actor actor) {
            var ending = organization.stage().ending();
            if (ending == null || organization.status().isEnded() || !organization.isInsider(actor)) {
                return null;
            }
            var staff = actor.officer() && organization.roleOf(actor).isEmpty();
            return new Revocation(
                    ending.on(),
                    ending.reason(),
                    staff ? ending.minutes() : null,
                    ending.hearing() == null ? null : ending.hearing().text());
        }
    }

    /**
     * How its verification stands.
     *
     * @param submittedAt when it was last submitted; for members and staff
     * @param dueOn the last day on which the staff is to decide, in Morocco; for members and staff, while they wait
     * @param takenBy the officer whose case it is while under review; for staff
     * @param assigned whose case that is; for staff
     */
    record OfCase(
            @Nullable Instant submittedAt,
            @Nullable LocalDate dueOn,
            @Nullable String takenBy,
            @Nullable Assignment assigned) {

        static OfCase of(Organization organization, Actor actor) {
            if (!organization.isInsider(actor)) {
                return new OfCase(null, null, null, null);
            }
            var underReview = organization.status() == OrganizationStatus.UNDER_REVIEW
                    || organization.status() == OrganizationStatus.INFO_REQUESTED;
            var taker = actor.officer() && underReview ? organization.stage().takenBy() : null;
            return new OfCase(
                    organization.submittedAt(),
                    organization.stage().cases().dueOn(),
                    taker,
                    taker == null ? null : actor.is(taker) ? Assignment.ME : Assignment.SOMEBODY);
        }
    }

    /** Whose case it is, as seen by who asks. */
    enum Assignment {
        ME,
        SOMEBODY
    }

    public static OrganizationView of(Organization organization, Actor actor, Instant now) {
        var offer = organization.offer(actor, now);
        return new OrganizationView(
                organization.id(),
                organization.version(),
                organization.profile(),
                Register.of(organization),
                ForCaller.of(organization, actor, offer),
                offer,
                organization.changedAt());
    }
}
