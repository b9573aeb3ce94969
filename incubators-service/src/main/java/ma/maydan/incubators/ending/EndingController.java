package ma.maydan.incubators.ending;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.incubators.organization.Endings;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.incubators.organization.OrganizationView;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizations/{id}")
@Tag(name = "Verification")
class EndingController {

    private final OrganizationService organizations;

    EndingController(OrganizationService organizations) {
        this.organizations = organizations;
    }

    @PostMapping("/propose-revocation")
    @Allow(To.ADMIN)
    @Operation(
            summary = "An admin proposes to revoke an organization, from a day on until which its owner is heard",
            description = "Members read the reason; the minutes are for the staff.")
    OrganizationView propose(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody RevocationRequest request,
            Caller caller) {
        return organizations.take(
                id,
                expected,
                caller,
                (one, actor, now) -> Endings.propose(one, request.by(actor.requirePersonId(), now), actor, now));
    }

    @PostMapping("/withdraw-revocation")
    @Allow(To.ADMIN)
    @Operation(summary = "An admin takes back that an organization is to be revoked")
    OrganizationView withdraw(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return organizations.take(id, expected, caller, Endings::withdraw);
    }

    @PostMapping("/hearing")
    @Allow(To.PERSON)
    @Operation(summary = "The owner says something against the revocation, once, until its day")
    OrganizationView hear(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody HearingRequest request,
            Caller caller) {
        return organizations.take(
                id,
                expected,
                caller,
                (one, actor, now) -> Endings.hear(one, request.text().strip(), actor, now));
    }

    @PostMapping("/revoke")
    @Allow(To.ADMIN)
    @Operation(
            summary = "An admin other than the one who proposed it revokes the organization for good",
            description = "409 hearing-open before the day. Everybody who has seen it is answered 410"
                    + " organization-revoked from then on, with its name and since when.")
    OrganizationView revoke(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return organizations.take(id, expected, caller, Endings::revoke);
    }

    @PostMapping("/retire")
    @Allow(To.PERSON)
    @Operation(
            summary = "The owner, or an officer, retires an organization that is at work no more, for good",
            description = "Everybody who has seen it is answered 410 organization-retired from then on.")
    OrganizationView retire(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody RetirementRequest request,
            Caller caller) {
        return organizations.take(
                id,
                expected,
                caller,
                (one, actor, now) -> Endings.retire(one, request.by(actor.requirePersonId(), now), actor, now));
    }
}
