package ma.maydan.incubators.organization;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.starter.web.ReasonRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Material changes of verified organizations. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Changes", description = "What verified organizations would say of themselves, once the cluster has agreed")
class ProfileChangeController {

    private final OrganizationService organizations;

    ProfileChangeController(OrganizationService organizations) {
        this.organizations = organizations;
    }

    @GetMapping("/organization-changes")
    @Allow(Allow.To.OFFICER)
    @Operation(summary = "The organizations of whose profile a change waits for the cluster, the longest waiting first")
    Page<OrganizationView> list(Paging paging, Caller caller) {
        var actor = Actor.of(caller);
        return organizations.changes(paging).map(organization -> organizations.seen(organization, actor));
    }

    @PostMapping("/organizations/{id}/take-change")
    @Allow(Allow.To.OFFICER)
    @Operation(summary = "An officer looks at the change")
    OrganizationView take(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return organizations.take(id, expected, caller, ProfileChanges::take);
    }

    @PostMapping("/organizations/{id}/accept-change")
    @Allow(Allow.To.ADMIN)
    @Operation(
            summary = "An admin other than the one who looked at the change lets it count",
            description = "409 ice-taken or identifier-taken where another was verified with the same meanwhile.")
    OrganizationView accept(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return organizations.take(id, expected, caller, ProfileChanges::accept);
    }

    @PostMapping("/organizations/{id}/return-change")
    @Allow(Allow.To.ADMIN)
    @Operation(summary = "An admin other than the one who looked at the change leaves all as it was verified")
    OrganizationView giveBack(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return organizations.take(
                id, expected, caller, (one, actor, now) -> ProfileChanges.giveBack(one, actor, now, Reason.of(reason)));
    }

    @PostMapping("/organizations/{id}/withdraw-change")
    @Allow(Allow.To.PERSON)
    @Operation(summary = "An editor takes the change back")
    OrganizationView withdraw(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return organizations.take(id, expected, caller, ProfileChanges::withdraw);
    }
}
