package ma.maydan.incubators.organization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.starter.mongo.Aggregate;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An organization of the register, with its members and the course of its verification.
 *
 * @param verifiedIce the ICE while no other organization may be verified with it, else null
 * @param partner whether an active partnership names it
 * @param decisions the latest {@value #KEPT_DECISIONS}, oldest first
 * @param submittedAt when it was last submitted
 * @param takenBy the officer who took the case under review
 * @param verifiedAt when it was last verified; a reinstatement keeps it
 * @param names null until it has been made for an organization from before
 * @param slot its owner's, until it is verified; null for an organization from before
 */
public record Organization(
        @BsonId String id,
        long version,
        String slug,
        OrganizationProfile profile,
        RegistrationStatus registrationStatus,
        @Nullable String verifiedIce,
        boolean partner,
        List<Member> members,
        List<Decision> decisions,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable String takenBy,
        @Nullable Instant verifiedAt,
        @Nullable NameKeys names,
        @Nullable String slot)
        implements Aggregate {

    private static final int KEPT_DECISIONS = 100;

    public Organization {
        members = List.copyOf(members);
        decisions = List.copyOf(decisions);
    }

    static Change<Organization> create(
            String id, String slug, OrganizationProfile profile, Actor creator, Instant now) {
        profile.requireNothingHidden();
        var owner = new Member(creator.requirePersonId(), MemberRole.OWNER);
        return change(
                new Organization(
                        id,
                        1,
                        slug,
                        profile,
                        RegistrationStatus.DRAFT,
                        null,
                        false,
                        List.of(owner),
                        List.of(),
                        now,
                        null,
                        null,
                        null,
                        NameKeys.of(profile, slug),
                        null),
                "created");
    }

    /** Replaces the profile of an organization that nobody reviews and nobody has verified. */
    Change<Organization> edit(OrganizationProfile changed, Actor actor) {
        if (!roleOf(actor).map(MemberRole::mayEdit).orElse(false)) {
            throw ProblemException.forbidden();
        }
        if (!OrganizationTransition.SUBMIT.startsFrom(registrationStatus)) {
            throw ProblemException.invalidTransition(allowedTransitions(actor));
        }
        changed.requireNothingHidden();
        return change(
                new Organization(
                        id,
                        version + 1,
                        slug,
                        changed,
                        registrationStatus,
                        verifiedIce,
                        partner,
                        members,
                        decisions,
                        createdAt,
                        submittedAt,
                        takenBy,
                        verifiedAt,
                        NameKeys.of(changed, slug),
                        slot),
                "updated");
    }

    /** V1 and V8. That no other organization holds the ICE is checked by whoever sees the others. */
    Change<Organization> submit(Actor actor, Instant now) {
        check(OrganizationTransition.SUBMIT, actor);
        var missing = missing();
        if (!missing.isEmpty()) {
            throw ProblemException.invalidFields(missing);
        }
        return change(moved(RegistrationStatus.SUBMITTED, decisions, now, null, verifiedAt), "submitted");
    }

    /** What has to be filled in before it can be submitted. */
    List<FieldProblem> missing() {
        return profile.ice() == null ? List.of(new FieldProblem("/ice", "required", null)) : List.of();
    }

    /** V2. */
    public Change<Organization> take(Actor actor) {
        check(OrganizationTransition.TAKE, actor);
        return change(
                moved(RegistrationStatus.UNDER_REVIEW, decisions, submittedAt, actor.requirePersonId(), verifiedAt),
                "review_started");
    }

    /** V6. */
    public Change<Organization> verify(Actor actor, Instant now) {
        check(OrganizationTransition.VERIFY, actor);
        return change(
                moved(
                        RegistrationStatus.VERIFIED,
                        decided(Decision.Outcome.VERIFIED, actor, now, null),
                        submittedAt,
                        takenBy,
                        now),
                "verified");
    }

    /** V7. */
    public Change<Organization> reject(Actor actor, Instant now, Reason reason) {
        check(OrganizationTransition.REJECT, actor);
        return change(
                moved(
                        RegistrationStatus.REJECTED,
                        decided(Decision.Outcome.REJECTED, actor, now, reason),
                        submittedAt,
                        takenBy,
                        verifiedAt),
                "rejected");
    }

    /** V11. */
    public Change<Organization> suspend(Actor actor, Instant now, Reason reason) {
        check(OrganizationTransition.SUSPEND, actor);
        return change(
                moved(
                        RegistrationStatus.SUSPENDED,
                        decided(Decision.Outcome.SUSPENDED, actor, now, reason),
                        submittedAt,
                        takenBy,
                        verifiedAt),
                "suspended");
    }

    /** V12. */
    public Change<Organization> reinstate(Actor actor, Instant now, @Nullable Reason reason) {
        check(OrganizationTransition.REINSTATE, actor);
        return change(
                moved(
                        RegistrationStatus.VERIFIED,
                        decided(Decision.Outcome.REINSTATED, actor, now, reason),
                        submittedAt,
                        takenBy,
                        verifiedAt),
                "reinstated");
    }

    /** The end of a draft that nobody but its members has seen; it belongs to nobody then. */
    Change<Organization> delete(Actor actor) {
        check(OrganizationTransition.DELETE, actor);
        return change(
                new Organization(
                        id,
                        version + 1,
                        slug,
                        profile,
                        registrationStatus,
                        verifiedIce,
                        partner,
                        List.of(),
                        decisions,
                        createdAt,
                        submittedAt,
                        takenBy,
                        verifiedAt,
                        names,
                        slot),
                "deleted");
    }

    /** A new organization, which holds one of its owner's slots until it is verified. */
    Organization in(String ownersSlot) {
        return new Organization(
                id,
                version,
                slug,
                profile,
                registrationStatus,
                verifiedIce,
                partner,
                members,
                decisions,
                createdAt,
                submittedAt,
                takenBy,
                verifiedAt,
                names,
                ownersSlot);
    }

    /** Gives or takes the partner badge; a consequence, not somebody's step. */
    Change<Organization> showPartner(boolean isPartner) {
        return change(
                new Organization(
                        id,
                        version + 1,
                        slug,
                        profile,
                        registrationStatus,
                        verifiedIce,
                        isPartner,
                        members,
                        decisions,
                        createdAt,
                        submittedAt,
                        takenBy,
                        verifiedAt,
                        names,
                        slot),
                "partner_changed");
    }

    /** The steps that the actor may take now, as the API spells them. */
    public List<String> allowedTransitions(Actor actor) {
        return Stream.of(OrganizationTransition.values())
                .filter(transition -> judge(transition, actor) == Verdict.ALLOWED)
                .map(OrganizationTransition::apiName)
                .toList();
    }

    public boolean isVerified() {
        return registrationStatus == RegistrationStatus.VERIFIED;
    }

    /** The public sees who is verified; members and the cluster's staff see all. */
    public boolean isVisibleTo(Actor actor) {
        return isVerified() || isInsider(actor);
    }

    /** Members and the cluster's staff. */
    public boolean isInsider(Actor actor) {
        return actor.officer() || roleOf(actor).isPresent();
    }

    public Optional<MemberRole> roleOf(Actor actor) {
        return members.stream()
                .filter(member -> actor.is(member.personId()))
                .map(Member::role)
                .findFirst();
    }

    /** The decision that explains why the organization is rejected or suspended, while it is. */
    Optional<Decision> negativeDecision() {
        return switch (registrationStatus) {
            case REJECTED -> last(Decision.Outcome.REJECTED);
            case SUSPENDED -> last(Decision.Outcome.SUSPENDED);
            default -> Optional.empty();
        };
    }

    private Verdict judge(OrganizationTransition transition, Actor actor) {
        var role = roleOf(actor);
        var theirs = switch (transition) {
            case SUBMIT -> role.filter(MemberRole.OWNER::equals).isPresent();
            // The cluster's own is found by its id, which the deployment gives once.
            case DELETE -> role.filter(MemberRole.OWNER::equals).isPresent() && !profile.isCluster();
            case TAKE -> actor.officer();
            case VERIFY, REJECT, SUSPEND, REINSTATE -> actor.admin();
        };
        if (!theirs) {
            return Verdict.NOT_THEIRS;
        }
        if (!transition.startsFrom(registrationStatus)) {
            return Verdict.WRONG_STATE;
        }
        if (transition.decides() && role.isPresent()) {
            return Verdict.CONFLICT_OF_INTEREST;
        }
        var before = switch (transition) {
            case VERIFY, REJECT -> takenBy;
            case REINSTATE ->
                last(Decision.Outcome.SUSPENDED).map(Decision::decidedBy).orElse(null);
            case SUBMIT, TAKE, SUSPEND, DELETE -> null;
        };
        return actor.is(before) ? Verdict.SAME_PERSON : Verdict.ALLOWED;
    }

    private void check(OrganizationTransition transition, Actor actor) {
        judge(transition, actor).orRefuse(() -> allowedTransitions(actor));
    }

    private Optional<Decision> last(Decision.Outcome outcome) {
        return decisions.reversed().stream()
                .filter(decision -> decision.outcome() == outcome)
                .findFirst();
    }

    private List<Decision> decided(Decision.Outcome outcome, Actor actor, Instant now, @Nullable Reason reason) {
        var decision = new Decision(outcome, actor.requirePersonId(), now, reason);
        return Stream.concat(decisions.stream(), Stream.of(decision))
                .skip(Math.max(0, decisions.size() + 1 - KEPT_DECISIONS))
                .toList();
    }

    private Organization moved(
            RegistrationStatus to,
            List<Decision> newDecisions,
            @Nullable Instant newSubmittedAt,
            @Nullable String newTakenBy,
            @Nullable Instant newVerifiedAt) {
        return new Organization(
                id,
                version + 1,
                slug,
                profile,
                to,
                to.holdsIce() ? profile.ice() : null,
                partner,
                members,
                newDecisions,
                createdAt,
                newSubmittedAt,
                newTakenBy,
                newVerifiedAt,
                names,
                to == RegistrationStatus.VERIFIED ? null : slot);
    }

    private static Change<Organization> change(Organization changed, String event) {
        return new Change<>(changed, "organization." + event, OrganizationSnapshot.of(changed));
    }
}
