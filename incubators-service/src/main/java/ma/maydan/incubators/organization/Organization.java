package ma.maydan.incubators.organization;

import static ma.maydan.incubators.organization.OrganizationTransition.LIFE_CYCLE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.mongo.Aggregate;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.vocabulary.MemberRole;
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
                "organization.created");
    }

    /** Replaces the profile of an organization that nobody reviews and nobody has verified. */
    Change<Organization> edit(OrganizationProfile changed, Actor actor) {
        require(OrganizationTransition.EDIT, actor);
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
                OrganizationTransition.EDIT);
    }

    /** @throws ProblemException 422 while something is missing */
    Change<Organization> submit(Actor actor, Instant now) {
        require(OrganizationTransition.SUBMIT, actor);
        var missing = missing();
        if (!missing.isEmpty()) {
            throw ProblemException.invalidFields(missing);
        }
        return take(OrganizationTransition.SUBMIT, decisions, now, null, verifiedAt);
    }

    /** What has to be filled in before it can be submitted. */
    List<FieldProblem> missing() {
        return profile.ice() == null ? List.of(new FieldProblem("/ice", "required", null)) : List.of();
    }

    public Change<Organization> take(Actor actor) {
        require(OrganizationTransition.TAKE, actor);
        return take(OrganizationTransition.TAKE, decisions, submittedAt, actor.requirePersonId(), verifiedAt);
    }

    public Change<Organization> verify(Actor actor, Instant now) {
        require(OrganizationTransition.VERIFY, actor);
        var decided = decided(Decision.Outcome.VERIFIED, actor, now, null);
        return take(OrganizationTransition.VERIFY, decided, submittedAt, takenBy, now);
    }

    public Change<Organization> reject(Actor actor, Instant now, Reason reason) {
        return decide(OrganizationTransition.REJECT, Decision.Outcome.REJECTED, actor, now, reason);
    }

    public Change<Organization> suspend(Actor actor, Instant now, Reason reason) {
        return decide(OrganizationTransition.SUSPEND, Decision.Outcome.SUSPENDED, actor, now, reason);
    }

    public Change<Organization> reinstate(Actor actor, Instant now, @Nullable Reason reason) {
        return decide(OrganizationTransition.REINSTATE, Decision.Outcome.REINSTATED, actor, now, reason);
    }

    /** The end of a draft that nobody but its members has seen; it belongs to nobody then. */
    Change<Organization> delete(Actor actor) {
        require(OrganizationTransition.DELETE, actor);
        return change(with(version + 1, partner, List.of(), slot), OrganizationTransition.DELETE);
    }

    /** A new organization, which holds one of its owner's slots until it is verified. */
    Organization in(String ownersSlot) {
        return with(version, partner, members, ownersSlot);
    }

    /** Gives or takes the partner badge; a consequence, not somebody's step. */
    Change<Organization> showPartner(boolean isPartner) {
        return change(with(version + 1, isPartner, members, slot), "organization.partner_changed");
    }

    /** What the actor may do now, as the API spells it. */
    public List<String> allowedTransitions(Actor actor) {
        return LIFE_CYCLE.allowedCodes(new OrganizationSituation(this, actor));
    }

    Map<String, String> withheld(Actor actor) {
        return LIFE_CYCLE.withheldCodes(new OrganizationSituation(this, actor));
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

    private void require(OrganizationTransition transition, Actor actor) {
        LIFE_CYCLE.require(transition, new OrganizationSituation(this, actor));
    }

    Optional<Decision> last(Decision.Outcome outcome) {
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

    private Change<Organization> decide(
            OrganizationTransition transition,
            Decision.Outcome outcome,
            Actor actor,
            Instant now,
            @Nullable Reason reason) {
        require(transition, actor);
        return take(transition, decided(outcome, actor, now, reason), submittedAt, takenBy, verifiedAt);
    }

    private Change<Organization> take(
            OrganizationTransition transition,
            List<Decision> newDecisions,
            @Nullable Instant newSubmittedAt,
            @Nullable String newTakenBy,
            @Nullable Instant newVerifiedAt) {
        var to = Objects.requireNonNull(transition.rule().to());
        return change(
                new Organization(
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
                        to == RegistrationStatus.VERIFIED ? null : slot),
                transition);
    }

    /** In the same state. */
    Organization with(long versionNow, boolean isPartner, List<Member> membersNow, @Nullable String slotNow) {
        return new Organization(
                id,
                versionNow,
                slug,
                profile,
                registrationStatus,
                verifiedIce,
                isPartner,
                membersNow,
                decisions,
                createdAt,
                submittedAt,
                takenBy,
                verifiedAt,
                names,
                slotNow);
    }

    private static Change<Organization> change(Organization changed, OrganizationTransition transition) {
        return change(changed, LIFE_CYCLE.eventType(transition));
    }

    private static Change<Organization> change(Organization changed, String event) {
        return new Change<>(changed, event, OrganizationSnapshot.of(changed));
    }
}
