package ma.maydan.incubators.membership;

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
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Members", description = "Who belongs to an organization, and who is asked to")
class InvitationController {

    private final InvitationService invitations;

    InvitationController(InvitationService invitations) {
        this.invitations = invitations;
    }

    @Bean
    static LifeCycle<?, ?, ?> invitationLifeCycle() {
        return InvitationTransition.LIFE_CYCLE;
    }

    @GetMapping("/organizations/{organizationId}/invitations")
    @Allow(To.PERSON)
    @Operation(summary = "The invitations of an organization that are open, the latest first; for who manages it")
    Page<InvitationView> list(@PathVariable String organizationId, Paging paging, Caller caller) {
        return invitations.ofOrganization(organizationId, Actor.of(caller), paging);
    }

    @PostMapping("/organizations/{organizationId}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Creates
    @Allow(To.PERSON)
    @Operation(
            summary = "An owner or admin asks somebody in by a mail, which is good for 14 days; an owner alone asks for"
                    + " another owner",
            description =
                    "At most 50 open ones of an organization, and 30 a day of a person. The answer does not tell whether"
                            + " the address has an account. 409 already-invited for an address whose invitation is"
                            + " open or was declined in the last 30 days.")
    ResponseEntity<InvitationView> invite(
            @PathVariable String organizationId,
            @Valid @RequestBody InvitationRequest request,
            NewId id,
            Caller caller) {
        var invitation = invitations.invite(id.value(), organizationId, request, Actor.of(caller));
        return ResponseEntity.created(URI.create("/api/v1/invitations/" + invitation.id()))
                .body(invitation);
    }

    @PostMapping("/organizations/{organizationId}/members/{id}/ownership")
    @ResponseStatus(HttpStatus.CREATED)
    @Creates
    @Allow(To.PERSON)
    @Operation(
            summary = "An owner asks a member to take their place, who accepts or declines within 14 days",
            description = "When it is accepted the member is an owner, and who asked is an admin; both are told. 409"
                    + " already-offered while another one is open.")
    ResponseEntity<InvitationView> offerOwnership(
            @PathVariable String organizationId, @PathVariable String id, NewId key, Caller caller) {
        var invitation = invitations.offerOwnership(key.value(), organizationId, id, Actor.of(caller));
        return ResponseEntity.created(URI.create("/api/v1/invitations/" + invitation.id()))
                .body(invitation);
    }

    @GetMapping("/me/invitations")
    @Allow(To.PERSON)
    @Operation(
            summary =
                    "The open invitations that went to the caller's verified address, or to them as a member, the latest first")
    Page<InvitationView> mine(Paging paging, Caller caller) {
        return invitations.ofCaller(Actor.of(caller), paging);
    }

    @GetMapping("/invitations/{id}")
    @Allow(To.PERSON)
    @Operation(summary = "An invitation, for who was asked and for who manages the organization")
    InvitationView get(@PathVariable String id, Caller caller) {
        return invitations.get(id, Actor.of(caller));
    }

    @PostMapping("/invitations/{id}/accept")
    @Allow(To.PERSON)
    @Operation(
            summary = "Who was asked joins the organization, or becomes its owner in place of who asked",
            description = "409 already-member, too-many-members, and invitation-void when who invited may not give this"
                    + " role any more.")
    InvitationView accept(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return invitations.accept(id, expected, Actor.of(caller));
    }

    @PostMapping("/invitations/{id}/decline")
    @Allow(To.PERSON)
    @Operation(summary = "Who was asked does not")
    InvitationView decline(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return invitations.change(id, expected, Actor.of(caller), Invitation::decline);
    }

    @PostMapping("/invitations/{id}/resend")
    @Allow(To.PERSON)
    @Operation(summary = "An owner or admin has the mail sent again, twice at most; it ends when it would have")
    InvitationView resend(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return invitations.change(id, expected, Actor.of(caller), Invitation::resend);
    }

    @PostMapping("/invitations/{id}/revoke")
    @Allow(To.PERSON)
    @Operation(summary = "An owner or admin takes it back")
    InvitationView revoke(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return invitations.change(id, expected, Actor.of(caller), Invitation::revoke);
    }
}
