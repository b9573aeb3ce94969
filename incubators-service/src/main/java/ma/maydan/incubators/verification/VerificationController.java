package ma.maydan.incubators.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Set;
import ma.maydan.incubators.organization.LookalikesView;
import ma.maydan.incubators.organization.OrganizationStatus;
import ma.maydan.incubators.organization.OrganizationView;
import ma.maydan.incubators.verification.VerificationService.Assigned;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import ma.maydan.starter.web.ReasonRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Verification", description = "How the cluster verifies organizations")
class VerificationController {

    private final VerificationService verification;

    VerificationController(VerificationService verification) {
        this.verification = verification;
    }

    @GetMapping("/verification-cases")
    @Allow(Allow.To.OFFICER)
    @Operation(
            summary = "Organizations by state; submitted and under review if none is named",
            description = "The longest waiting first, unless sort names another order; of those that are overdue, the"
                    + " longest overdue.")
    Page<OrganizationView> cases(
            @RequestParam(required = false, defaultValue = "") Set<OrganizationStatus> status,
            @Parameter(description = "Whose case it is: the caller's, or nobody's")
                    @RequestParam(required = false)
                    @Nullable
                    Assigned assigned,
            @Parameter(description = "Those alone whose appeal against their rejection waits, the first due first")
                    @RequestParam(defaultValue = "false")
                    boolean appealed,
            @Parameter(description = "Those alone whose last day is over") @RequestParam(defaultValue = "false")
                    boolean overdue,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "submittedAt",
                                                "-submittedAt",
                                                "dueOn",
                                                "-dueOn",
                                                "slug",
                                                "-slug"
                                            }))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            Paging paging,
            Caller caller) {
        var actor = Actor.of(caller);
        return verification
                .cases(status, assigned, overdue, appealed, sort, paging, actor)
                .map(organization -> verification.seen(organization, actor));
    }

    @GetMapping("/verification-cases/{id}/lookalikes")
    @Allow(Allow.To.OFFICER)
    @Operation(
            summary = "Organizations whose name or ICE can be taken for this one's, the verified first",
            description =
                    "Case, accents, spacing, punctuation and legal form do not count, and letters of other scripts"
                            + " count as what they look like (Unicode UTS #39).")
    LookalikesView lookalikes(@PathVariable String id, Caller caller) {
        return verification.lookalikes(id, Actor.of(caller));
    }

    @PostMapping("/organizations/{id}/take")
    @Allow(Allow.To.OFFICER)
    @Operation(summary = "An officer takes the case")
    OrganizationView take(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        var actor = Actor.of(caller);
        return verification.seen(verification.take(id, expected, actor), actor);
    }

    @PostMapping("/organizations/{id}/verify")
    @Allow(Allow.To.ADMIN)
    @Operation(summary = "An admin other than the one who took the case verifies the organization")
    OrganizationView verify(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        var actor = Actor.of(caller);
        return verification.seen(verification.verify(id, expected, actor), actor);
    }

    @PostMapping("/organizations/{id}/reject")
    @Allow(Allow.To.ADMIN)
    @Operation(summary = "An admin other than the one who took the case rejects the organization")
    OrganizationView reject(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        var actor = Actor.of(caller);
        return verification.seen(verification.reject(id, expected, actor, Reason.of(reason)), actor);
    }

    @PostMapping("/organizations/{id}/trust")
    @Allow(Allow.To.ADMIN)
    @Operation(summary = "An admin lets a verified organization publish its own events without the cluster")
    OrganizationView trust(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        var actor = Actor.of(caller);
        return verification.seen(verification.trust(id, expected, actor, Reason.of(reason)), actor);
    }

    @PostMapping("/organizations/{id}/distrust")
    @Allow(Allow.To.ADMIN)
    @Operation(summary = "An admin has the events of an organization looked at again before they are published")
    OrganizationView distrust(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        var actor = Actor.of(caller);
        return verification.seen(verification.distrust(id, expected, actor, Reason.of(reason)), actor);
    }

    @PostMapping("/organizations/{id}/suspend")
    @Allow(Allow.To.ADMIN)
    @Operation(summary = "An admin suspends a verified organization")
    OrganizationView suspend(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        var actor = Actor.of(caller);
        return verification.seen(verification.suspend(id, expected, actor, Reason.of(reason)), actor);
    }

    @PostMapping("/organizations/{id}/reinstate")
    @Allow(Allow.To.ADMIN)
    @Operation(summary = "An admin other than the one who suspended the organization reinstates it")
    OrganizationView reinstate(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody(required = false) @Nullable ReinstateRequest request,
            Caller caller) {
        var actor = Actor.of(caller);
        var reason = request == null ? null : request.reason();
        return verification.seen(verification.reinstate(id, expected, actor, reason), actor);
    }
}
