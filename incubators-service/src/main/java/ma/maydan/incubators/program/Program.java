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
import ma.maydan.incubators.organization.OrganizationKind;
import ma.maydan.incubators.organization.Refusals;
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
 * A program of an organization. The rules that need the organization take it as {@code owner}.
 *
 * @param reviews the latest {@value #KEPT_REVIEWS}, oldest first
 * @param submittedAt when it was last submitted
 * @param publishedAt when it was last published
 * @param slot its organization's, until it is published; null for a program from before
 * @param ownerStanding kept from its publication on
 */
public record Program(
        @BsonId String id,
        long version,
        String organizationId,
        ProgramContent content,
        ProgramStatus status,
        List<ProgramReview> reviews,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant publishedAt,
        @Nullable String slot,
        @Nullable Standing ownerStanding)
        implements Aggregate {

    private static final int KEPT_REVIEWS = 100;
    private static final Set<OrganizationKind> OPERATORS = EnumSet.of(
            OrganizationKind.INCUBATOR,
            OrganizationKind.ACCELERATOR,
            OrganizationKind.PROFESSIONAL_BODY,
            OrganizationKind.UNIVERSITY,
            OrganizationKind.TRAINING_OPERATOR,
            OrganizationKind.CLUSTER,
            OrganizationKind.PUBLIC_BODY);

    public Program {
        reviews = List.copyOf(reviews);
    }

    static Change<Program> create(String id, Organization owner, ProgramContent content, Actor actor, Instant now) {
        if (!owner.roleOf(actor).filter(MemberRole::mayEdit).isPresent()) {
            throw ProblemException.forbidden();
        }
        if (!owner.isVerified()) {
            throw Refusals.organizationNotVerified();
        }
        if (owner.profile().kinds().stream().noneMatch(OPERATORS::contains)) {
            throw Refusals.organizationNotEligible();
        }
        return change(
                new Program(id, 1, owner.id(), content, ProgramStatus.DRAFT, List.of(), now, null, null, null, null),
                "program.created");
    }

    /** A new program, which holds one of its organization's slots until it is published. */
    Program in(String organizationsSlot) {
        return new Program(
                id,
                version,
                organizationId,
                content,
                status,
                reviews,
                createdAt,
                submittedAt,
                publishedAt,
                organizationsSlot,
                ownerStanding);
    }

    /** Replaces the content of a program that is with its editors. */
    Change<Program> edit(ProgramContent changed, Organization owner, Actor actor) {
        require(ProgramTransition.EDIT, owner, actor);
        return change(
                new Program(
                        id,
                        version + 1,
                        organizationId,
                        changed,
                        status,
                        reviews,
                        createdAt,
                        submittedAt,
                        publishedAt,
                        slot,
                        ownerStanding),
                ProgramTransition.EDIT);
    }

    /** @throws ProblemException 422 while something is missing */
    Change<Program> submit(Organization owner, Actor actor, Instant now) {
        require(ProgramTransition.SUBMIT, owner, actor);
        var missing = missing();
        if (!missing.isEmpty()) {
            throw ProblemException.invalidFields(missing);
        }
        return take(ProgramTransition.SUBMIT, reviews, now);
    }

    Change<Program> publish(Organization owner, Actor actor, Instant now) {
        require(ProgramTransition.PUBLISH, owner, actor);
        var reviewed = reviewed(ProgramReview.Outcome.PUBLISHED, actor, now, null);
        return change(
                new Program(
                        id,
                        version + 1,
                        organizationId,
                        content,
                        ProgramStatus.PUBLISHED,
                        reviewed,
                        createdAt,
                        submittedAt,
                        now,
                        null,
                        Standing.of(owner)),
                ProgramTransition.PUBLISH);
    }

    Change<Program> requestChanges(Organization owner, Actor actor, Instant now, Reason reason) {
        require(ProgramTransition.REQUEST_CHANGES, owner, actor);
        var reviewed = reviewed(ProgramReview.Outcome.CHANGES_REQUESTED, actor, now, reason);
        return take(ProgramTransition.REQUEST_CHANGES, reviewed, submittedAt);
    }

    Change<Program> archive(Organization owner, Actor actor) {
        require(ProgramTransition.ARCHIVE, owner, actor);
        return take(ProgramTransition.ARCHIVE, reviews, submittedAt);
    }

    /** The end of a draft, of which nothing stays. */
    Change<Program> delete(Organization owner, Actor actor) {
        require(ProgramTransition.DELETE, owner, actor);
        return take(ProgramTransition.DELETE, reviews, submittedAt);
    }

    /** What it is beside its owner: a published program of one that is not verified is suspended. */
    ProgramStatus statusBeside(Organization owner) {
        return status == ProgramStatus.PUBLISHED && !owner.isVerified() ? ProgramStatus.SUSPENDED : status;
    }

    /** What the actor may do now, as the API spells it. */
    public List<String> allowedTransitions(Organization owner, Actor actor) {
        return LIFE_CYCLE.allowedCodes(new ProgramSituation(this, owner, actor));
    }

    Map<String, String> withheld(Organization owner, Actor actor) {
        return LIFE_CYCLE.withheldCodes(new ProgramSituation(this, owner, actor));
    }

    /** The public sees what is published by a verified organization; its members and the cluster's staff see all. */
    boolean isVisibleTo(Actor actor, Organization owner) {
        return isPublic(owner) || owner.isInsider(actor);
    }

    boolean isPublic(Organization owner) {
        return status == ProgramStatus.PUBLISHED && owner.isVerified();
    }

    /** Why changes are requested, while they are. */
    Optional<ProgramReview> requestedChanges() {
        return status == ProgramStatus.CHANGES_REQUESTED ? Optional.of(reviews.getLast()) : Optional.empty();
    }

    private void require(ProgramTransition transition, Organization owner, Actor actor) {
        LIFE_CYCLE.require(transition, new ProgramSituation(this, owner, actor));
    }

    /** What has to be filled in before it can be submitted. */
    List<FieldProblem> missing() {
        return Stream.of(Map.entry("/title", content.title()), Map.entry("/summary", content.summary()))
                .filter(text -> text.getValue().ar() == null && text.getValue().fr() == null)
                .map(text -> new FieldProblem(text.getKey(), "arabic-or-french", null))
                .toList();
    }

    private List<ProgramReview> reviewed(
            ProgramReview.Outcome outcome, Actor actor, Instant now, @Nullable Reason reason) {
        var review = new ProgramReview(outcome, actor.requirePersonId(), now, reason);
        return Stream.concat(reviews.stream(), Stream.of(review))
                .skip(Math.max(0, reviews.size() + 1 - KEPT_REVIEWS))
                .toList();
    }

    private Change<Program> take(
            ProgramTransition transition, List<ProgramReview> newReviews, @Nullable Instant newSubmittedAt) {
        var to = transition.rule().to();
        return change(
                new Program(
                        id,
                        version + 1,
                        organizationId,
                        content,
                        to == null ? status : to,
                        newReviews,
                        createdAt,
                        newSubmittedAt,
                        publishedAt,
                        slot,
                        ownerStanding),
                transition);
    }

    private static Change<Program> change(Program changed, ProgramTransition transition) {
        return change(changed, LIFE_CYCLE.eventType(transition));
    }

    private static Change<Program> change(Program changed, String event) {
        return new Change<>(changed, event, ProgramSnapshot.of(changed));
    }
}
