package ma.maydan.incubators.program;

import static ma.maydan.incubators.program.ProgramTransition.LIFE_CYCLE;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.Refusals;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Offer;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.ownership.Owned;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.vocabulary.MemberRole;
import ma.maydan.starter.vocabulary.OrganizationKind;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A program of an organization. The rules that need the organization take it as {@code operator}.
 *
 * @param owner its organization, whose slot it holds until it is published
 */
public record Program(
        @BsonId String id,
        long version,
        Owner owner,
        ProgramContent content,
        ProgramStage stage,
        ProgramDates dates,
        Instant updatedAt)
        implements Owned<Program> {

    private static final Set<OrganizationKind> OPERATORS = EnumSet.of(
            OrganizationKind.INCUBATOR,
            OrganizationKind.ACCELERATOR,
            OrganizationKind.PROFESSIONAL_BODY,
            OrganizationKind.UNIVERSITY,
            OrganizationKind.TRAINING_OPERATOR,
            OrganizationKind.CLUSTER,
            OrganizationKind.PUBLIC_BODY);

    static Change<Program> create(String id, Organization operator, ProgramContent content, Actor actor, Instant now) {
        if (!operator.roleOf(actor).filter(MemberRole::mayEdit).isPresent()) {
            throw ProblemException.forbidden();
        }
        if (!operator.isVerified()) {
            throw Refusals.organizationNotVerified();
        }
        if (operator.profile().kinds().stream().noneMatch(OPERATORS::contains)) {
            throw Refusals.organizationNotEligible();
        }
        var owner = Owner.of(operator.id(), standing(operator));
        var dates = new ProgramDates(now, null, null);
        return change(new Program(id, 1, owner, content, ProgramStage.DRAFT, dates, now), "program.created");
    }

    /** The standing of an organization, as of its version. */
    static Standing standing(Organization organization) {
        return new Standing(organization.isPublic(), organization.version());
    }

    /** Replaces the content of a program that is with its editors. */
    Change<Program> edit(ProgramContent changed, Organization operator, Actor actor, Instant now) {
        require(ProgramTransition.EDIT, operator, actor);
        return change(new Program(id, version + 1, owner, changed, stage, dates, now), ProgramTransition.EDIT);
    }

    /** @throws ProblemException 422 while something is missing */
    Change<Program> submit(Organization operator, Actor actor, Instant now) {
        require(ProgramTransition.SUBMIT, operator, actor);
        var missing = missing();
        if (!missing.isEmpty()) {
            throw ProblemException.invalidFields(missing);
        }
        return change(to(owner, stage.submitted(), dates.submitted(now), now), ProgramTransition.SUBMIT);
    }

    Change<Program> publish(Organization operator, Actor actor, Instant now) {
        require(ProgramTransition.PUBLISH, operator, actor);
        var review = review(ProgramReview.Outcome.PUBLISHED, actor, now, null);
        var published =
                to(owner.holding(null), stage.reviewed(ProgramStatus.PUBLISHED, review), dates.published(now), now);
        return change(published, ProgramTransition.PUBLISH).and(published.told("program.published", null));
    }

    Change<Program> requestChanges(Organization operator, Actor actor, Instant now, Reason reason) {
        require(ProgramTransition.REQUEST_CHANGES, operator, actor);
        var review = review(ProgramReview.Outcome.CHANGES_REQUESTED, actor, now, reason);
        var returned = to(owner, stage.reviewed(ProgramStatus.CHANGES_REQUESTED, review), dates, now);
        return change(returned, ProgramTransition.REQUEST_CHANGES)
                .and(returned.told("program.changes_requested", reason));
    }

    /** The members of its organization hear of what was decided. */
    private Due told(String what, @Nullable Reason reason) {
        return Telling.of(what, "programs", id, content.title())
                .because(reason)
                .to(List.of(Told.membersOf(owner.organizationId())))
                .due(id, version, updatedAt);
    }

    Change<Program> archive(Organization operator, Actor actor, Instant now) {
        require(ProgramTransition.ARCHIVE, operator, actor);
        return change(to(owner, stage.archived(now), dates, now), ProgramTransition.ARCHIVE);
    }

    /** The end of a draft, of which nothing stays. */
    Change<Program> delete(Organization operator, Actor actor, Instant now) {
        require(ProgramTransition.DELETE, operator, actor);
        return change(to(owner, stage, dates, now), ProgramTransition.DELETE);
    }

    private Program to(Owner next, ProgramStage nextStage, ProgramDates nextDates, Instant now) {
        return new Program(id, version + 1, next, content, nextStage, nextDates, now);
    }

    @Override
    public Program with(Owner changed) {
        return new Program(id, version, changed, content, stage, dates, updatedAt);
    }

    String organizationId() {
        return owner.organizationId();
    }

    /** When it was last submitted. */
    @Nullable
    Instant submittedAt() {
        return dates.submittedAt();
    }

    ProgramStatus status() {
        return stage.status();
    }

    /** What it is beside its owner: a published program of one that not everybody sees is suspended. */
    ProgramStatus statusBeside(Organization operator) {
        return status() == ProgramStatus.PUBLISHED && !operator.isPublic() ? ProgramStatus.SUSPENDED : status();
    }

    /** What the actor may do now. */
    Offer offer(Organization operator, Actor actor) {
        return LIFE_CYCLE.offer(new ProgramSituation(this, operator, actor));
    }

    /** The public sees what is published by an organization that it sees; its members and the cluster's staff see all. */
    boolean isVisibleTo(Actor actor, Organization operator) {
        return isPublic(operator) || operator.isInsider(actor);
    }

    boolean isPublic(Organization operator) {
        return status() == ProgramStatus.PUBLISHED && operator.isPublic();
    }

    /** When what the caller of a public list sees of it changed last. */
    Instant changedAt() {
        var change = stage.publicChangeAt();
        return change == null ? updatedAt : change;
    }

    /** Why changes are requested, while they are. */
    Optional<ProgramReview> requestedChanges() {
        return status() == ProgramStatus.CHANGES_REQUESTED
                ? Optional.of(stage.reviews().getLast())
                : Optional.empty();
    }

    private void require(ProgramTransition transition, Organization operator, Actor actor) {
        LIFE_CYCLE.require(transition, new ProgramSituation(this, operator, actor));
    }

    /** What has to be filled in before it can be submitted. */
    List<FieldProblem> missing() {
        return Stream.of(Map.entry("/title", content.title()), Map.entry("/summary", content.summary()))
                .filter(text -> text.getValue().ar() == null && text.getValue().fr() == null)
                .map(text -> new FieldProblem(text.getKey(), "arabic-or-french", null))
                .toList();
    }

    private static ProgramReview review(
            ProgramReview.Outcome outcome, Actor actor, Instant now, @Nullable Reason reason) {
        return new ProgramReview(outcome, actor.requirePersonId(), now, reason);
    }

    private static Change<Program> change(Program changed, ProgramTransition transition) {
        return change(changed, LIFE_CYCLE.eventType(transition));
    }

    private static Change<Program> change(Program changed, String event) {
        return new Change<>(changed, event, ProgramSnapshot.of(changed));
    }
}
