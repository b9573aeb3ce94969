package ma.maydan.partners.partnership;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.Creating;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.starter.web.ReasonRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
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
@Tag(name = "Partnerships")
class PartnershipController {

    private final PartnershipService service;

    PartnershipController(PartnershipService service) {
        this.service = service;
    }

    @Bean
    static LifeCycle<?, ?, ?> partnershipLifeCycle() {
        return PartnershipTransition.LIFE_CYCLE;
    }

    @GetMapping("/partnerships")
    @Allow(value = To.ANYONE, scope = "partnerships.read")
    @Operation(
            summary =
                    "The partnerships in force today, the latest changed first; with updatedAfter what changed since, the"
                            + " oldest change first, and of what went away its id and state")
    Page<ListedPartnership> list(
            @RequestParam(required = false) @Nullable String organizationId,
            @RequestParam(required = false) @Nullable Instant updatedAfter,
            Paging paging,
            Caller caller) {
        var page = updatedAfter == null
                ? service.active(organizationId, paging)
                : service.changed(organizationId, updatedAfter, paging);
        var known = service.partiesOf(page.items());
        var listed = page.items().stream()
                .<ListedPartnership>map(it -> it.status() == Partnership.Status.ACTIVE && known.areShown(it, caller)
                        ? view(it, known, caller)
                        : ListedPartnership.Gone.of(it))
                .filter(it -> updatedAfter != null || it instanceof PartnershipView)
                .toList();
        return new Page<>(listed, page.nextCursor());
    }

    @GetMapping("/partnerships/{id}")
    @Allow(value = To.ANYONE, scope = "partnerships.read")
    @Operation(summary = "One partnership: in force today, of one's own organization, or any for the cluster's staff")
    PartnershipView get(@PathVariable String id, Caller caller) {
        return view(service.require(id, caller), caller);
    }

    @GetMapping("/me/partnerships")
    @Allow(To.PERSON)
    @Operation(summary = "The partnerships of the caller's organizations, in any state")
    Page<PartnershipView> mine(Paging paging, Caller caller) {
        return views(service.ofCaller(caller, paging), caller);
    }

    @GetMapping("/partnership-reviews")
    @Allow(To.OFFICER)
    @Operation(
            summary = "The partnerships that wait for the cluster",
            description = "The longest waiting first, unless sort names another order.")
    Page<PartnershipView> toReview(
            @RequestParam(required = false) Terms.@Nullable Type type,
            @Parameter(schema = @Schema(allowableValues = {"updatedAt", "-updatedAt", "startsOn", "-startsOn"}))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            Paging paging,
            Caller caller) {
        return views(service.underReview(type, sort, paging), caller);
    }

    @PostMapping("/partnerships")
    @Creates
    @Allow(To.PERSON)
    @Operation(
            summary =
                    "An owner of a verified organization drafts a partnership, with the cluster if no partner is named")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PartnershipView> propose(
            @Validated({Default.class, Creating.class}) @RequestBody PartnershipRequest request,
            NewId id,
            Caller caller) {
        var proposer = Objects.requireNonNull(request.proposerOrganizationId());
        var proposed = service.propose(id.value(), request.terms(), proposer, request.partnerOrganizationId(), caller);
        return ResponseEntity.created(URI.create("/api/v1/partnerships/" + proposed.id()))
                .body(view(proposed, caller));
    }

    @PutMapping("/partnerships/{id}")
    @Allow(To.PERSON)
    @Operation(summary = "Replaces the terms of a draft or of a proposal whose changes are requested")
    PartnershipView edit(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody PartnershipRequest request,
            Caller caller) {
        var edited = service.edit(
                id,
                expected,
                request.terms(),
                request.proposerOrganizationId(),
                request.partnerOrganizationId(),
                caller);
        return view(edited, caller);
    }

    @PostMapping("/partnerships/{id}/submit")
    @Allow(To.PERSON)
    @Operation(summary = "An owner of the proposer submits the terms for approval")
    PartnershipView submit(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return view(service.submit(id, expected, caller), caller);
    }

    @PostMapping("/partnerships/{id}/withdraw")
    @Allow(To.PERSON)
    @Operation(summary = "An owner of the proposer withdraws the proposal for good")
    PartnershipView withdraw(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return view(service.withdraw(id, expected, caller), caller);
    }

    @PostMapping("/partnerships/{id}/approve")
    @Allow(To.ADMIN)
    @Operation(
            summary =
                    "An admin who neither proposed it nor belongs to a party approves the terms; the partnership is in"
                            + " force from its first day to its last")
    PartnershipView approve(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return view(service.approve(id, expected, caller), caller);
    }

    @PostMapping("/partnerships/{id}/request-changes")
    @Allow(To.ADMIN)
    @Operation(summary = "An admin gives the proposal back to its owners")
    PartnershipView requestChanges(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return view(service.requestChanges(id, expected, Reason.of(reason), caller), caller);
    }

    @PostMapping("/partnerships/{id}/reject")
    @Allow(To.ADMIN)
    @Operation(summary = "An admin rejects the proposal for good")
    PartnershipView reject(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return view(service.reject(id, expected, Reason.of(reason), caller), caller);
    }

    @PostMapping("/partnerships/{id}/suspend")
    @Allow(To.ADMIN)
    @Operation(summary = "An admin suspends a partnership that is in force, or approved for later")
    PartnershipView suspend(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return view(service.suspend(id, expected, Reason.of(reason), caller), caller);
    }

    @PostMapping("/partnerships/{id}/resume")
    @Allow(To.ADMIN)
    @Operation(summary = "An admin other than the one who suspended it puts the partnership in force again")
    PartnershipView resume(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return view(service.resume(id, expected, caller), caller);
    }

    @DeleteMapping("/partnerships/{id}")
    @Allow(To.PERSON)
    @Operation(summary = "An owner of the proposer deletes a draft, of which nothing stays")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        service.delete(id, expected, caller);
    }

    private PartnershipView view(Partnership partnership, Caller caller) {
        return view(partnership, service.partiesOf(List.of(partnership)), caller);
    }

    private PartnershipView view(Partnership partnership, Parties parties, Caller caller) {
        return PartnershipView.of(partnership, parties, service.offer(partnership, parties, caller), caller);
    }

    private Page<PartnershipView> views(Page<Partnership> page, Caller caller) {
        var known = service.partiesOf(page.items());
        return page.map(partnership -> view(partnership, known, caller));
    }
}
