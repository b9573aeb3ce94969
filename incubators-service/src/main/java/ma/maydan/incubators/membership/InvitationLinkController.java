package ma.maydan.incubators.membership;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import ma.maydan.starter.lifecycle.Actor;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An invitation by the link of its mail. */
@RestController
@RequestMapping("/api/v1/invitation-links/{key}")
@Tag(name = "Members")
class InvitationLinkController {

    private final InvitationService invitations;

    InvitationLinkController(InvitationService invitations) {
        this.invitations = invitations;
    }

    @GetMapping
    @Allow(To.ANYONE)
    @Operation(
            summary = "The invitation to which a mail leads, whatever became of it",
            description = "Who is signed in with the address to which it went may accept it, by its id.")
    ResponseEntity<InvitationView> get(@PathVariable String key, Caller caller) {
        return unkept(invitations.byLink(key, Actor.of(caller)));
    }

    @PostMapping("/decline")
    @Allow(To.ANYONE)
    @Operation(summary = "Whoever holds the mail says that they do not join; nobody need be signed in")
    ResponseEntity<InvitationView> decline(@PathVariable String key, ExpectedVersion expected) {
        return unkept(invitations.declineByLink(key, expected));
    }

    private static ResponseEntity<InvitationView> unkept(InvitationView invitation) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(invitation);
    }
}
