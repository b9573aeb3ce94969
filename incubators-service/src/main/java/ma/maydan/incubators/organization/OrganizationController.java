package ma.maydan.incubators.organization;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Organizations", description = "The register of organizations")
class OrganizationController {

    private final OrganizationService organizations;

    OrganizationController(OrganizationService organizations) {
        this.organizations = organizations;
    }

    @Bean
    static LifeCycle<?, ?, ?> organizationLifeCycle() {
        return OrganizationTransition.LIFE_CYCLE;
    }

    @GetMapping("/organizations/{id}")
    @Allow(value = Allow.To.ANYONE, scope = "registry.organizations.read")
    @Operation(summary = "One organization: verified, one's own, or any for the cluster's staff")
    OrganizationView get(@PathVariable String id, Caller caller) {
        var actor = Actor.of(caller);
        return organizations.seen(organizations.get(id, actor), actor);
    }

    @GetMapping("/me/organizations")
    @Allow(Allow.To.PERSON)
    @Operation(summary = "The organizations that the caller belongs to, in any state")
    Page<OrganizationView> mine(Paging paging, Caller caller) {
        var actor = Actor.of(caller);
        return organizations
                .ofMember(actor.requirePersonId(), paging)
                .map(organization -> organizations.seen(organization, actor));
    }

    @PostMapping("/organizations")
    @ResponseStatus(HttpStatus.CREATED)
    @Creates
    @Allow(Allow.To.PERSON)
    @Operation(
            summary = "Creates an organization as a draft; the caller becomes its owner",
            description =
                    "An admin alone creates the cluster's own (kind CLUSTER), which gets the id that the deployment"
                            + " gives it.")
    ResponseEntity<OrganizationView> create(@Valid @RequestBody OrganizationRequest request, NewId id, Caller caller) {
        var actor = Actor.of(caller);
        var created = organizations.create(id.value(), request.profile(), actor);
        return ResponseEntity.created(URI.create("/api/v1/organizations/" + created.id()))
                .body(organizations.seen(created, actor));
    }

    @PutMapping("/organizations/{id}")
    @Allow(Allow.To.PERSON)
    @Operation(
            summary = "Replaces the profile of a draft, or of a rejected or verified organization",
            description =
                    "Of a verified one the names, the identifiers, and to be an incubator or accelerator wait for the cluster"
                            + " as change; all else counts at once.")
    OrganizationView edit(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody OrganizationRequest request,
            Caller caller) {
        var actor = Actor.of(caller);
        return organizations.seen(organizations.edit(id, expected, request.profile(), actor), actor);
    }

    @DeleteMapping("/organizations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Allow.To.PERSON)
    @Operation(summary = "The owner deletes a draft that was never submitted, of which nothing stays")
    void delete(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        organizations.delete(id, expected, Actor.of(caller));
    }
}
