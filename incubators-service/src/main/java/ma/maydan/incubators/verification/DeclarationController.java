package ma.maydan.incubators.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.incubators.organization.OrganizationView;
import ma.maydan.incubators.organization.Renewals;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an owner declares of an organization: to have it verified, and each year that nothing has changed. */
@RestController
@RequestMapping("/api/v1/organizations/{id}")
@Tag(name = "Verification")
class DeclarationController {

    private final OrganizationService organizations;

    DeclarationController(OrganizationService organizations) {
        this.organizations = organizations;
    }

    @PostMapping("/submit")
    @Allow(To.PERSON)
    @Operation(
            summary = "The owner asks for verification, and declares what stands at the case",
            description = "409 declaration-changed when that is another text by now.")
    OrganizationView submit(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody DeclarationRequest request,
            Caller caller) {
        var actor = Actor.of(caller);
        return organizations.seen(organizations.submit(id, expected, request.asDeclared(), actor), actor);
    }

    @PostMapping("/renew")
    @Allow(To.PERSON)
    @Operation(
            summary = "The owner declares that nothing has changed, and the organization is confirmed for a year more",
            description =
                    "From 30 days before nextConfirmationDate on; 30 days after it, it has lapsed until somebody does."
                            + " 409 change-waits while something of it waits for the cluster, and declaration-changed when"
                            + " what stands at the case is another text by now.")
    OrganizationView renew(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody DeclarationRequest request,
            Caller caller) {
        return organizations.take(
                id,
                expected,
                caller,
                (organization, actor, now) -> Renewals.renew(organization, request.asDeclared(), actor, now));
    }
}
