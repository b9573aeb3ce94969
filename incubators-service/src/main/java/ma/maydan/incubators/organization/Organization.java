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
import ma.maydan.incubators.casefile.Submission;
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
        require(OrganizationTransition.LOGO, actor, now);
        var logo = given.get();
        var next = saying(profile.with(logo), entry.change(), stage, now);
        return change(next, OrganizationTransition.LOGO).and(Files.letGo(profile.logo(), logo, now));
    }

    /** @throws ProblemException 422 while something is missing; 409 for another declaration than the present one */
    Change<Organization> submit(Declaration declaration, Actor actor, Instant now) {
        require(OrganizationTransition.SUBMIT, actor, now);
        declaration.require(Declaration.PRESENT);
        var missing = missing();
        if (!missing.isEmpty()) {
            throw ProblemException.invalidFields(missing);
        }
        var submission = Submission.of(id, declaration, SaidFields.of(profile), now);
        var cases = stage.cases().submitted(submission, actor.requirePersonId());
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
        require(OrganizationTransition.TAKE, actor, now);
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

    Change<Organization> decide(
            OrganizationTransition transition,
            Decision.Outcome outcome,
            Actor actor,
            Instant now,
            @Nullable Reason reason) {
        require(transition, actor, now);
        return decided(transition, outcome, actor, now, reason);
    }

    /** What comes of a decision that the actor is known to take. */
    Change<Organization> decided(
            OrganizationTransition transition,
            Decision.Outcome outcome,
            Actor actor,
            Instant now,
            @Nullable Reason reason) {
        var next = Objects.requireNonNullElse(transition.rule().to(), status());
        var decision = new Decision(outcome, actor.requirePersonId(), now, reason);
        var entered = outcome == Decision.Outcome.VERIFIED
                ? entry.verified(now)
                : next.isEnded() ? entry.waitingFor(null) : entry;
        var decided = to(entered, stage.decided(next, decision).seen(profile.isForEverybody(), now), now);
        return change(decided, transition)
                .and(decided.told(LIFE_CYCLE.eventType(transition), reason, Appeals.until(decided)))
                .and(status() == OrganizationStatus.UNDER_REVIEW ? Casework.ending(decided, now) : List.of())
                .and(decided.isVerified() && !isVerified() ? Renewals.asking(decided) : List.of());
    }

    /** Its members hear of it. */
    Due told(String what, @Nullable Reason reason) {
        return told(what, reason, null);
    }

    Due toldTo(List<String> people, String what) {
        return told(what, null, null, people);
    }

    /** @param until by when they may do something about it */
    Due told(String what, @Nullable Reason reason, @Nullable Instant until) {
        return told(what, reason, until, memberIds());
    }

    private Due told(String what, @Nullable Reason reason, @Nullable Instant until, List<String> people) {
        var telling = Telling.of(what, "organizations", id, profile.legalName()).because(reason);
        return (until == null ? telling : telling.at(until))
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

    /** The next version, with other members. */
    Organization having(Membership changed, Instant now) {
        return new Organization(id, version + 1, changed, profile, entry, stage, now);
    }

    Organization with(Entry changed) {
        return new Organization(id, version, membership, profile, changed, stage, updatedAt);
    }

    /** The same, with other members or another slot. */
    Organization with(Membership changed) {
        return new Organization(id, version, changed, profile, entry, stage, updatedAt);
    }

    /** What the actor may do. */
    public Offer offer(Actor actor, Instant now) {
        return LIFE_CYCLE.offer(new OrganizationSituation(this, actor, now));
    }

    /** When it was last submitted. */
    public @Nullable Instant submittedAt() {
        return entry.times().submittedAt();
    }

    public List<String> memberIds() {
        return membership.ids();
    }

    public OrganizationStatus status() {
        return stage.status();
    }

    /** Whether it is verified, and confirmed in time: only then it does something new. */
    public boolean isVerified() {
        return status() == OrganizationStatus.VERIFIED;
    }

    /** Whether it was verified, be it confirmed in time or not. */
    public boolean isInRegister() {
        return status().isInRegister();
    }

    /** As it is at a time: one that nobody has confirmed has lapsed, whether or not that is written yet. */
    Organization at(Instant now) {
        var confirmation = entry.confirmation();
        return isVerified() && confirmation != null && confirmation.isLapsed(now)
                ? new Organization(
                        id, version, membership, profile, entry, stage.at(OrganizationStatus.LAPSED), updatedAt)
                : this;
    }

    /** Whether it publishes its own events without the cluster. */
    boolean isTrusted() {
        return isVerified() && stage.isTrusted();
    }

    /** Whether everybody sees it, and what it does. */
    public boolean isPublic() {
        return isInRegister() && profile.isForEverybody();
    }

    /**
     * Who is in the register shows itself to whom it wants to; members and the cluster's staff see all.
     *
     * @param colleague whether the actor belongs to a verified organization, asked where it counts
     */
    public boolean isVisibleTo(Actor actor, BooleanSupplier colleague) {
        var shown = isInRegister() && profile.showing().visibility() == Showing.Visibility.MEMBERS;
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

    void require(OrganizationTransition transition, Actor actor, Instant now) {
        LIFE_CYCLE.require(transition, new OrganizationSituation(this, actor, now));
    }

    static Change<Organization> change(Organization changed, OrganizationTransition transition) {
        return change(changed, LIFE_CYCLE.eventType(transition));
    }

    static Change<Organization> change(Organization changed, String event) {
        return new Change<>(changed, event, OrganizationSnapshot.of(changed));
    }
}
