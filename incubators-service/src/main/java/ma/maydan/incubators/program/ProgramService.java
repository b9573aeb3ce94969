package ma.maydan.incubators.program;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import ma.maydan.incubators.organization.Organization;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What can be done with programs. */
@Service
class ProgramService {

    private final ProgramStore store;
    private final OrganizationService organizations;
    private final Clock clock;

    ProgramService(ProgramStore store, OrganizationService organizations, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.clock = clock;
    }

    OwnedProgram create(String id, String organizationId, ProgramContent content, Actor actor) {
        var owner = organizations.get(organizationId, actor);
        var created = store.insert(Program.create(id, owner, content, actor, clock.instant()));
        return new OwnedProgram(created, owner);
    }

    /** @param organizationId the one that it belongs to; a program does not change hands */
    OwnedProgram edit(String id, ExpectedVersion expected, String organizationId, ProgramContent content, Actor actor) {
        return change(id, expected, actor, (program, owner) -> {
            var edited = program.edit(content, owner, actor, clock.instant());
            if (!organizationId.equals(program.organizationId())) {
                throw ProblemException.invalidField("/organizationId", "invalid-value");
            }
            return edited;
        });
    }

    OwnedProgram submit(String id, ExpectedVersion expected, Actor actor) {
        return change(id, expected, actor, (program, owner) -> program.submit(owner, actor, clock.instant()));
    }

    OwnedProgram publish(String id, ExpectedVersion expected, Actor actor) {
        return change(id, expected, actor, (program, owner) -> program.publish(owner, actor, clock.instant()));
    }

    OwnedProgram requestChanges(String id, ExpectedVersion expected, Actor actor, Reason reason) {
        return change(
                id, expected, actor, (program, owner) -> program.requestChanges(owner, actor, clock.instant(), reason));
    }

    OwnedProgram archive(String id, ExpectedVersion expected, Actor actor) {
        return change(id, expected, actor, (program, owner) -> program.archive(owner, actor, clock.instant()));
    }

    void delete(String id, ExpectedVersion expected, Actor actor) {
        var found = get(id, actor);
        expected.require(found.program().version());
        store.delete(found.program().delete(found.owner(), actor, clock.instant()));
    }

    /**
     * The program, when the actor may see it.
     *
     * @throws ProblemException 404 else
     */
    OwnedProgram get(String id, Actor actor) {
        var program = store.require(id);
        var owner = organizations.findAll(Set.of(program.organizationId())).get(program.organizationId());
        if (owner == null || !program.isVisibleTo(actor, owner)) {
            throw ProblemException.notFound();
        }
        return new OwnedProgram(program, owner);
    }

    /** See {@link ProgramStore#changed}. */
    Page<OwnedProgram> changed(@Nullable String organizationId, Instant updatedAfter, Paging paging) {
        return withOwners(store.changed(organizationId, updatedAfter, paging));
    }

    /** The published programs of verified organizations, the latest first; those that a text finds, the best first. */
    Page<OwnedProgram> published(@Nullable SearchText text, @Nullable String organizationId, Paging paging) {
        var owners = new HashMap<String, Organization>();
        var page = store.published(text, organizationId, paging, batch -> {
            owners.putAll(ownersOf(batch));
            return batch.stream()
                    .filter(program -> program.isPublic(Objects.requireNonNull(owners.get(program.organizationId()))))
                    .toList();
        });
        return withOwners(page, owners);
    }

    /** The programs of the person's organizations, in any state, the latest first. */
    Page<OwnedProgram> ofMember(String personId, Paging paging) {
        return withOwners(store.ofOrganizations(organizations.idsOfMember(personId), paging));
    }

    /** See {@link ProgramStore#inReview}. */
    Page<OwnedProgram> inReview(@Nullable ProgramKind kind, @Nullable String sort, Paging paging) {
        return withOwners(store.inReview(kind, sort, paging));
    }

    private OwnedProgram change(
            String id, ExpectedVersion expected, Actor actor, BiFunction<Program, Organization, Change<Program>> step) {
        var found = get(id, actor);
        expected.require(found.program().version());
        return new OwnedProgram(store.update(step.apply(found.program(), found.owner())), found.owner());
    }

    private Page<OwnedProgram> withOwners(Page<Program> page) {
        return withOwners(page, ownersOf(page.items()));
    }

    private Map<String, Organization> ownersOf(List<Program> some) {
        return organizations.findAll(some.stream().map(Program::organizationId).collect(Collectors.toSet()));
    }

    /** Organizations are never deleted: each program has its owner. */
    private static Page<OwnedProgram> withOwners(Page<Program> page, Map<String, Organization> owners) {
        return page.map(
                program -> new OwnedProgram(program, Objects.requireNonNull(owners.get(program.organizationId()))));
    }
}
