package ma.maydan.incubators.membership;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organizations/{organizationId}/members")
@Tag(name = "Members")
class MemberController {

    private final MemberService members;

    MemberController(MemberService members) {
        this.members = members;
    }

    @GetMapping
    @Allow(To.PERSON)
    @Operation(summary = "Who belongs to an organization, with their roles; for its members and the cluster's staff")
    MembersView list(@PathVariable String organizationId, Caller caller) {
        return members.of(organizationId, Actor.of(caller));
    }

    @PutMapping("/{id}")
    @Allow(To.PERSON)
    @Operation(
            summary = "An owner or admin gives a member another role; an owner alone makes owners and lowers them",
            description =
                    "It counts with the next request here, and in the other services as soon as they have heard of"
                            + " it. The person is told. 409 last-owner for who is the only one.")
    MembersView giveRole(
            @PathVariable String organizationId,
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody RoleRequest request,
            Caller caller) {
        return members.giveRole(organizationId, id, request.role(), expected, Actor.of(caller));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(To.PERSON)
    @Operation(
            summary = "An owner or admin removes a member, or somebody leaves",
            description = "409 last-owner for who is the only one.")
    void remove(@PathVariable String organizationId, @PathVariable String id, ExpectedVersion expected, Caller caller) {
        members.remove(organizationId, id, expected, Actor.of(caller));
    }
}
