package ma.maydan.incubators.program;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.starter.web.ReasonRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Programs", description = "Programs of incubators and other operators")
class ProgramController {

    private final ProgramService programs;

    ProgramController(ProgramService programs) {
        this.programs = programs;
    }

    @Bean
    static LifeCycle<?, ?, ?> programLifeCycle() {
        return ProgramTransition.LIFE_CYCLE;
    }

    @GetMapping("/programs")
    @Allow(value = Allow.To.ANYONE, scope = "programs.read")
    @Operation(
            summary =
                    "The published programs of verified organizations, the latest first, or with q the best first; with"
                            + " updatedAfter what changed since, the oldest change first, and of what went away its id and state")
    Page<ListedProgram> list(
            @RequestParam(required = false) @Nullable SearchText q,
            @RequestParam(required = false) @Nullable String organizationId,
            @RequestParam(required = false) @Nullable Instant updatedAfter,
            Paging paging,
            Caller caller) {
        SearchText.requireNoneOf(q, updatedAfter);
        var page = updatedAfter == null
                ? programs.published(q, organizationId, paging)
                : programs.changed(organizationId, updatedAfter, paging);
        return page.map(owned -> ListedProgram.of(owned, Actor.of(caller)));
    }

    @GetMapping("/programs/{id}")
    @Allow(value = Allow.To.ANYONE, scope = "programs.read")
    @Operation(summary = "One program: published, of one's own organization, or any for the cluster's staff")
    ProgramView get(@PathVariable String id, Caller caller) {
        var actor = Actor.of(caller);
        return ProgramView.of(programs.get(id, actor), actor);
    }

    @GetMapping("/me/programs")
    @Allow(Allow.To.PERSON)
    @Operation(summary = "The programs of the caller's organizations, in any state")
    Page<ProgramView> mine(Paging paging, Caller caller) {
        var actor = Actor.of(caller);
        return views(programs.ofMember(actor.requirePersonId(), paging), actor);
    }

    @GetMapping("/program-reviews")
    @Allow(Allow.To.OFFICER)
    @Operation(
            summary = "The programs that wait for the cluster",
            description = "The longest waiting first, unless sort names another order.")
    Page<ProgramView> reviews(
            @RequestParam(required = false) @Nullable ProgramKind kind,
            @Parameter(schema = @Schema(allowableValues = {"submittedAt", "-submittedAt"}))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            Paging paging,
            Caller caller) {
        return views(programs.inReview(kind, sort, paging), Actor.of(caller));
    }

    @PostMapping("/programs")
    @ResponseStatus(HttpStatus.CREATED)
    @Creates
    @Allow(Allow.To.PERSON)
    @Operation(summary = "An editor of a verified operator creates a program as a draft")
    ResponseEntity<ProgramView> create(@Valid @RequestBody ProgramRequest request, NewId id, Caller caller) {
        var actor = Actor.of(caller);
        var created = programs.create(id.value(), request.organizationId(), request.content(), actor);
        return ResponseEntity.created(URI.create("/api/v1/programs/" + id.value()))
                .body(ProgramView.of(created, actor));
    }

    @PutMapping("/programs/{id}")
    @Allow(Allow.To.PERSON)
    @Operation(summary = "Replaces the content of a draft or of a program whose changes are requested")
    ProgramView edit(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ProgramRequest request,
            Caller caller) {
        var actor = Actor.of(caller);
        return ProgramView.of(programs.edit(id, expected, request.organizationId(), request.content(), actor), actor);
    }

    @PostMapping("/programs/{id}/submit")
    @Allow(Allow.To.PERSON)
    @Operation(summary = "An owner or admin of the organization asks for publication")
    ProgramView submit(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        var actor = Actor.of(caller);
        return ProgramView.of(programs.submit(id, expected, actor), actor);
    }

    @PostMapping("/programs/{id}/publish")
    @Allow(Allow.To.OFFICER)
    @Operation(summary = "An officer publishes the program")
    ProgramView publish(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        var actor = Actor.of(caller);
        return ProgramView.of(programs.publish(id, expected, actor), actor);
    }

    @PostMapping("/programs/{id}/request-changes")
    @Allow(Allow.To.OFFICER)
    @Operation(summary = "An officer gives the program back to its editors")
    ProgramView requestChanges(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        var actor = Actor.of(caller);
        return ProgramView.of(programs.requestChanges(id, expected, actor, Reason.of(reason)), actor);
    }

    @PostMapping("/programs/{id}/archive")
    @Allow(Allow.To.PERSON)
    @Operation(summary = "An owner or admin of the organization takes a published program off the list for good")
    ProgramView archive(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        var actor = Actor.of(caller);
        return ProgramView.of(programs.archive(id, expected, actor), actor);
    }

    @DeleteMapping("/programs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Allow.To.PERSON)
    @Operation(summary = "An editor of the organization deletes a draft, of which nothing stays")
    void delete(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        programs.delete(id, expected, Actor.of(caller));
    }

    private static Page<ProgramView> views(Page<OwnedProgram> page, Actor actor) {
        return page.map(owned -> ProgramView.of(owned, actor));
    }
}
