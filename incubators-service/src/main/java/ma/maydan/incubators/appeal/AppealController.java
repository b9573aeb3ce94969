package ma.maydan.incubators.appeal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.incubators.organization.Appeals;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.incubators.organization.OrganizationView;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.starter.web.ReasonRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizations/{id}")
@Tag(name = "Verification")
class AppealController {

    private final OrganizationService organizations;

    AppealController(OrganizationService organizations) {
        this.organizations = organizations;
    }

    @PostMapping("/appeal")
    @Allow(To.PERSON)
    @Operation(
            summary = "The owner appeals against a rejection, once and within 30 days of it",
            description =
                    "It is to be decided within 30 days, by an admin who has neither rejected the organization nor"
                            + " had its case.")
    OrganizationView appeal(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody AppealRequest request,
            Caller caller) {
        return organizations.take(
                id,
                expected,
                caller,
                (one, actor, now) -> Appeals.appeal(one, request.text().strip(), actor, now));
    }

    @PostMapping("/accept-appeal")
    @Allow(To.ADMIN)
    @Operation(summary = "Another admin accepts the appeal: the organization may be submitted again at once")
    OrganizationView accept(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return organizations.take(id, expected, caller, Appeals::accept);
    }

    @PostMapping("/dismiss-appeal")
    @Allow(To.ADMIN)
    @Operation(summary = "Another admin dismisses the appeal, for a reason that the members read; the rejection stays")
    OrganizationView dismiss(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return organizations.take(
                id, expected, caller, (one, actor, now) -> Appeals.dismiss(one, actor, now, Reason.of(reason)));
    }
}
