package ma.maydan.incubators.program;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.maydan.incubators.organization.Actor;
import ma.maydan.incubators.organization.MemberRole;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationKind;
import ma.maydan.incubators.organization.Reason;
import ma.maydan.incubators.organization.Refusals;
import ma.maydan.incubators.organization.Verdict;
import ma.maydan.starter.mongo.Aggregate;
import ma.maydan.starter.mongo.Change;
import ma.maydan.starter.problem.FieldProblem;
import ma.maydan.starter.problem.ProblemException;
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
        if (!mayEdit(owner, actor)) {
            throw ProblemException.forbidden();
        }
        requireVerified(owner);
        if (owner.profile().kinds().stream().noneMatch(OPERATORS::contains)) {
            throw Refusals.organizationNotEligible();
        }
        return change(
                new Program(id, 1, owner.id(), content, ProgramStatus.DRAFT, List.of(), now, null, null, null, null),
                "created");
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
        check(ProgramTransition.EDIT, owner, actor);
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
                "updated");
    }

    Change<Program> submit(Organization owner, Actor actor, Instant now) {
        check(ProgramTransition.SUBMIT, owner, actor);
        requireVerified(owner);
        var missing = missing();
        if (!missing.isEmpty()) {
            throw ProblemException.invalidFields(missing);
        }
        return change(moved(ProgramStatus.IN_REVIEW, reviews, now), "submitted");
    }

    Change<Program> publish(Organization owner, Actor actor, Instant now) {
        check(ProgramTransition.PUBLISH, owner, actor);
        requireVerified(owner);
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
                "published");
    }

    Change<Program> requestChanges(Organization owner, Actor actor, Instant now, Reason reason) {
        check(ProgramTransition.REQUEST_CHANGES, owner, actor);
        return change(
                moved(
                        ProgramStatus.CHANGES_REQUESTED,
                        reviewed(ProgramReview.Outcome.CHANGES_REQUESTED, actor, now, reason),
                        submittedAt),
                "changes_requested");
    }

    Change<Program> archive(Organization owner, Actor actor) {
        check(ProgramTransition.ARCHIVE, owner, actor);
        return change(moved(ProgramStatus.ARCHIVED, reviews, submittedAt), "archived");
    }

    /** The end of a draft, of which nothing stays. */
    Change<Program> delete(Organization owner, Actor actor) {
        check(ProgramTransition.DELETE, owner, actor);
        return change(moved(status, reviews, submittedAt), "deleted");
    }

    /** What it is beside its owner: a published program of one that is not verified is suspended. */
    ProgramStatus statusBeside(Organization owner) {
        return status == ProgramStatus.PUBLISHED && !owner.isVerified() ? ProgramStatus.SUSPENDED : status;
    }

    /**
     * The steps that the actor may take now, as the API spells them; what is refused while the owner is not verified is
     * not among them.
     */
    public List<String> allowedTransitions(Organization owner, Actor actor) {
        return Stream.of(ProgramTransition.values())
                .filter(transition -> judge(transition, owner, actor) == Verdict.ALLOWED)
                .filter(transition -> owner.isVerified() || !transition.needsVerifiedOwner())
                .map(ProgramTransition::apiName)
                .toList();
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

    private Verdict judge(ProgramTransition transition, Organization owner, Actor actor) {
        var role = owner.roleOf(actor);
        var decides = transition == ProgramTransition.PUBLISH || transition == ProgramTransition.REQUEST_CHANGES;
        var theirs = switch (transition) {
            case PUBLISH, REQUEST_CHANGES -> actor.officer();
            case EDIT, DELETE -> mayEdit(owner, actor);
            case SUBMIT, ARCHIVE -> role.filter(MemberRole::mayManage).isPresent();
        };
        if (!theirs) {
            return Verdict.NOT_THEIRS;
        }
        if (!transition.startsFrom(status)) {
            return Verdict.WRONG_STATE;
        }
        return decides && role.isPresent() ? Verdict.CONFLICT_OF_INTEREST : Verdict.ALLOWED;
    }

    private void check(ProgramTransition transition, Organization owner, Actor actor) {
        judge(transition, owner, actor).orRefuse(() -> allowedTransitions(owner, actor));
    }

    private static boolean mayEdit(Organization owner, Actor actor) {
        return owner.roleOf(actor).filter(MemberRole::mayEdit).isPresent();
    }

    private static void requireVerified(Organization owner) {
        if (!owner.isVerified()) {
            throw Refusals.organizationNotVerified();
        }
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

    private Program moved(ProgramStatus to, List<ProgramReview> newReviews, @Nullable Instant newSubmittedAt) {
        return new Program(
                id,
                version + 1,
                organizationId,
                content,
                to,
                newReviews,
                createdAt,
                newSubmittedAt,
                publishedAt,
                slot,
                ownerStanding);
    }

    private static Change<Program> change(Program changed, String event) {
        return new Change<>(changed, "program." + event, ProgramSnapshot.of(changed));
    }
}
