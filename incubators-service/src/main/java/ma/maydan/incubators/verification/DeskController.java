package ma.maydan.incubators.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.incubators.organization.Casework;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.incubators.organization.OrganizationView;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the staff does with a case while they look at it. */
@RestController
@RequestMapping("/api/v1/organizations/{id}")
@Tag(name = "Verification")
class DeskController {

    private final OrganizationService organizations;

    DeskController(OrganizationService organizations) {
        this.organizations = organizations;
    }

    @PostMapping("/release")
    @Allow(To.OFFICER)
    @Operation(summary = "Whoever has the case gives it back, so that somebody else takes it")
    OrganizationView release(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return organizations.take(id, expected, caller, Casework::release);
    }

    @PostMapping("/take-over")
    @Allow(To.OFFICER)
    @Operation(summary = "An officer takes the case over from whoever has it, who is told")
    OrganizationView takeOver(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return organizations.take(id, expected, caller, Casework::takeOver);
    }

    @PutMapping("/checks")
    @Allow(To.OFFICER)
    @Operation(
            summary = "Whoever has the case says what came of looking at each side of the organization",
            description = "It is verified when each of the five is PASS or WAIVED, and rejected when one is FAIL.")
    OrganizationView check(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ChecksRequest request,
            Caller caller) {
        return organizations.take(
                id,
                expected,
                caller,
                (organization, actor, now) ->
                        Casework.check(organization, request.by(actor.requirePersonId(), now), actor, now));
    }

    @PostMapping("/note")
    @Allow(To.OFFICER)
    @Operation(summary = "Somebody of the staff writes a note to the others, which the organization never sees")
    OrganizationView note(
            @PathVariable String id, ExpectedVersion expected, @Valid @RequestBody NoteRequest request, Caller caller) {
        return organizations.take(
                id,
                expected,
                caller,
                (organization, actor, now) -> Casework.note(organization, request.text(), actor, now));
    }
}
