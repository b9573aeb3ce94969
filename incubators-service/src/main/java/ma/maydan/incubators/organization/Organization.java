package ma.maydan.incubators.organization;

import static ma.maydan.incubators.organization.OrganizationTransition.LIFE_CYCLE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ma.maydan.incubators.casefile.Declaration;
import ma.maydan.starter.aggregate.Aggregate;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.file.Files;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.vocabulary.MemberRole;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An organization of the register, with its members and the course of its verification. */
public record Organization(
        @BsonId String id,
        long version,
        Membership membership,
        OrganizationProfile profile,
        Entry entry,
        Verification stage,
        Instant updatedAt)
        implements Aggregate {

    static Change<Organization> create(
            String id, String slug, OrganizationProfile profile, Actor creator, Instant now) {
        profile.requireNothingHidden();
        var owner = Membership.of(new Member(creator.requirePersonId(), MemberRole.OWNER));
        var entry = Entry.of(slug, profile, now);
        return change(new Organization(id, 1, owner, profile, entry, Verification.DRAFT, now), "organization.created");
    }

    /** Replaces the profile but for the logo; see {@link ProfileChanges#edit}. */
    Change<Organization> edit(OrganizationProfile changed, Actor actor, Instant now) {
        return ProfileChanges.edit(this, changed.with(profile.logo()), actor, now);
    }

    /** The same one version later, with what it says of itself and what waits to be said. */
    Organization saying(OrganizationProfile said, @Nullable ProfileChange waiting, Verification next, Instant now) {
        return new Organization(
                id,
                version + 1,
                membership,
                said,
                entry.with(said)
                        .waitingFor(waiting)
                        .holding(
                                next.status().holdsIdentifiers()
                                        ? said.identifiers().held()
                                        : null),
                next.seen(said.isForEverybody(), now),
                now);
    }

    /**
     * Gives it another logo, or none; the one before is let go of.
     *
     * @param given asked once it is known that the actor may give one
     */
    Change<Organization> illustrate(Supplier<@Nullable String> given, Actor actor, Instant now) {
        require(OrganizationTransition.LOGO, actor);
        var logo = given.get();
        var next = saying(profile.with(logo), entry.change(), stage, now);
        return change(next, OrganizationTransition.LOGO).and(Files.letGo(profile.logo(), logo, now));
    }

    /** @throws ProblemException 422 while something is missing; 409 for another declaration than the present one */
    Change<Organization> submit(Declaration declaration, Actor actor, Instant now) {
        require(OrganizationTransition.SUBMIT, actor);
        declaration.requirePresent();
        var missing = missing();
        if (!missing.isEmpty()) {
            throw ProblemException.invalidFields(missing);
        }
        var cases = stage.cases().submitted(id, declaration, actor.requirePersonId(), now);
        var submitted = to(entry.submitted(now), stage.submitted(cases), now);
        return change(submitted, OrganizationTransition.SUBMIT)
                .and(submitted.told(LIFE_CYCLE.eventType(OrganizationTransition.SUBMIT), null));
    }

    /** What has to be filled in before it can be submitted. */
    List<FieldProblem> missing() {
        return Stream.concat(
                        profile.ice() == null ? Stream.of("ice") : Stream.of(),
                        stage.cases().present().missing(profile.kinds()).stream()
                                .map(item -> "evidence/" + item))
                .map(field -> new FieldProblem("/" + field, "required", null))
                .toList();
    }

    public Change<Organization> take(Actor actor, Instant now) {
        require(OrganizationTransition.TAKE, actor);
        return change(to(entry, stage.taken(actor.requirePersonId(), now), now), OrganizationTransition.TAKE);
    }

    public Change<Organization> verify(Actor actor, Instant now) {
        return decide(OrganizationTransition.VERIFY, Decision.Outcome.VERIFIED, actor, now, null);
    }

    public Change<Organization> reject(Actor actor, Instant now, Reason reason) {
        return decide(OrganizationTransition.REJECT, Decision.Outcome.REJECTED, actor, now, reason);
    }

    public Change<Organization> trust(Actor actor, Instant now, Reason reason) {
        return decide(OrganizationTransition.TRUST, Decision.Outcome.TRUSTED, actor, now, reason);
    }

    public Change<Organization> distrust(Actor actor, Instant now, Reason reason) {
        return decide(OrganizationTransition.DISTRUST, Decision.Outcome.DISTRUSTED, actor, now, reason);
    }

    public Change<Organization> suspend(Actor actor, Instant now, Reason reason) {
        return decide(OrganizationTransition.SUSPEND, Decision.Outcome.SUSPENDED, actor, now, reason);
    }

    public Change<Organization> reinstate(Actor actor, Instant now, @Nullable Reason reason) {
        return decide(OrganizationTransition.REINSTATE, Decision.Outcome.REINSTATED, actor, now, reason);
    }

    private Change<Organization> decide(
            OrganizationTransition transition,
            Decision.Outcome outcome,
            Actor actor,
            Instant now,
            @Nullable Reason reason) {
        require(transition, actor);
        var next = Objects.requireNonNullElse(transition.rule().to(), status());
        var decision = new Decision(outcome, actor.requirePersonId(), now, reason);
        var entered = outcome == Decision.Outcome.VERIFIED ? entry.verified(now) : entry;
        var decided = to(entered, stage.decided(next, decision).seen(profile.isForEverybody(), now), now);
        return change(decided, transition)
                .and(decided.told(LIFE_CYCLE.eventType(transition), reason))
                .and(status() == OrganizationStatus.UNDER_REVIEW ? Casework.ending(decided, now) : List.of());
    }

    /** Its members hear of it. */
    Due told(String what, @Nullable Reason reason) {
        return told(what, reason, memberIds());
    }

    Due toldTo(List<String> people, String what) {
        return told(what, null, people);
    }

    private Due told(String what, @Nullable Reason reason, List<String> people) {
        return Telling.of(what, "organizations", id, profile.legalName())
                .because(reason)
                .to(people.stream().map(Told::person).toList())
                .due(id, version, updatedAt);
    }

    Organization to(Entry entered, Verification next, Instant now) {
        var verified = next.status() == OrganizationStatus.VERIFIED;
        return new Organization(
                id,
                version + 1,
                verified ? membership.holding(null) : membership,
                profile,
                entered.holding(
                        next.status().holdsIdentifiers() ? profile.identifiers().held() : null),
                next,
                now);
    }

    /** The end of a draft that nobody but its members has seen; it belongs to nobody then. */
    Change<Organization> delete(Actor actor, Instant now) {
        require(OrganizationTransition.DELETE, actor);
        return change(
                        new Organization(id, version + 1, Membership.NOBODY, profile, entry, stage, now),
                        OrganizationTransition.DELETE)
                .and(Files.letGo(profile.logo(), null, now))
                .and(Casework.lettingGo(stage.cases().present(), now));
    }

    /** Gives or takes the partner badge; a consequence, not somebody's step. */
    Change<Organization> showPartner(boolean isPartner, Instant now) {
        return change(
                to(entry.asPartner(isPartner), stage.seen(profile.isForEverybody(), now), now),
                "organization.partner_changed");
    }

    /**
     * Somebody joins who was asked in, or whose wish was granted.
     *
     * @return empty for who belongs to it already: they keep their role
     */
    public Optional<Change<Organization>> admit(String personId, MemberRole role, Instant now) {
        return membership.roleOf(personId).isPresent()
                ? Optional.empty()
                : Optional.of(members(membership.joinedBy(new Member(personId, role)), now));
    }

    /**
     * An owner makes way for a member who has agreed to it.
     *
     * @return empty where that member is no more, or an owner already
     */
    public Optional<Change<Organization>> handOver(String from, String to, Instant now) {
        return membership
                .roleOf(to)
                .filter(role -> role != MemberRole.OWNER)
                .map(role -> members(membership.handedOver(from, to), now));
    }

    /**
     * Gives a member another role, of which they hear.
     *
     * @throws ProblemException 403; 404 for who is no member; 409 {@code last-owner}
     */
    public Change<Organization> giveRole(String personId, MemberRole role, Actor actor, Instant now) {
        var change = members(membership.giving(personId, role, actor.requirePersonId()), now);
        return change.and(change.state().toldTo(List.of(personId), "membership." + role));
    }

    /**
     * A member leaves, of which the owners hear, or is removed, of which they hear themselves.
     *
     * @throws ProblemException 403; 404 for who is no member; 409 {@code last-owner}
     */
    public Change<Organization> remove(String personId, Actor actor, Instant now) {
        var change = members(membership.without(personId, actor.requirePersonId()), now);
        return change.and(
                actor.is(personId)
                        ? change.state().toldTo(change.state().membership.owners(), "membership.left")
                        : change.state().toldTo(List.of(personId), "membership.ended"));
    }

    private Change<Organization> members(Membership changed, Instant now) {
        return change(
                new Organization(id, version + 1, changed, profile, entry, stage, now), "organization.members_changed");
    }

    Organization with(Entry changed) {
        return new Organization(id, version, membership, profile, changed, stage, updatedAt);
    }

    /** The same, with other members or another slot. */
    Organization with(Membership changed) {
        return new Organization(id, version, changed, profile, entry, stage, updatedAt);
    }

    /** What the actor may do now. */
    public Offer offer(Actor actor) {
        return LIFE_CYCLE.offer(new OrganizationSituation(this, actor));
    }

    /** When it was last submitted. */
    public @Nullable Instant submittedAt() {
        return entry.times().submittedAt();
    }

    public List<String> memberIds() {
        return membership.ids();
    }

    boolean isOwnedByNobodyBut(String personId) {
        return membership.owners().equals(List.of(personId));
    }

    public OrganizationStatus status() {
        return stage.status();
    }

    public boolean isVerified() {
        return status() == OrganizationStatus.VERIFIED;
    }

    /** Whether it publishes its own events without the cluster. */
    boolean isTrusted() {
        return isVerified() && stage.isTrusted();
    }

    /** Whether everybody sees it, and what it does. */
    public boolean isPublic() {
        return isVerified() && profile.isForEverybody();
    }

    /**
     * Who is verified shows itself to whom it wants to; members and the cluster's staff see all.
     *
     * @param colleague whether the actor belongs to a verified organization, asked where it counts
     */
    public boolean isVisibleTo(Actor actor, BooleanSupplier colleague) {
        var shown = isVerified() && profile.showing().visibility() == Showing.Visibility.MEMBERS;
        return isPublic() || isInsider(actor) || shown && colleague.getAsBoolean();
    }

    /** Members and the cluster's staff. */
    public boolean isInsider(Actor actor) {
        return actor.officer() || roleOf(actor).isPresent();
    }

    public Optional<MemberRole> roleOf(Actor actor) {
        return membership.roleOf(actor);
    }

    /** When what the caller of a public list sees of it changed last. */
    Instant changedAt() {
        var change = stage.publicChangeAt();
        return change == null ? updatedAt : change;
    }

    void require(OrganizationTransition transition, Actor actor) {
        LIFE_CYCLE.require(transition, new OrganizationSituation(this, actor));
    }

    static Change<Organization> change(Organization changed, OrganizationTransition transition) {
        return change(changed, LIFE_CYCLE.eventType(transition));
    }

    static Change<Organization> change(Organization changed, String event) {
        return new Change<>(changed, event, OrganizationSnapshot.of(changed));
    }
}
