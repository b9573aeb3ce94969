package ma.maydan.events.invitation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links by which people register whom the host of an event invites. */
@RestController
@RequestMapping("/api/v1/events/{eventId}/invitation-links")
@Tag(name = "Invitation links")
class InvitationController {

    private final InvitationService service;

    InvitationController(InvitationService service) {
        this.service = service;
    }

    @PostMapping
    @Creates(keptByWhatIsCreated = true)
    @Allow(To.PERSON)
    @Operation(
            summary = "An editor of the host makes a link by which so many people register",
            description =
                    "Its token is in this answer and kept nowhere; the same request again gives it another one. Who"
                            + " registers by it needs no approval and need not be in the audience. 50 at most that"
                            + " were not taken back.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<InvitationLinkView> make(
            @PathVariable String eventId, @Valid @RequestBody InvitationLinkRequest request, NewId id, Caller caller) {
        var made = service.make(id, eventId, request, caller);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(made);
    }

    @GetMapping
    @Allow(To.PERSON)
    @Operation(summary = "The links of an event that the caller runs, the latest first")
    Page<InvitationLinkView> ofEvent(@PathVariable String eventId, Paging paging, Caller caller) {
        return service.ofEvent(eventId, caller, paging);
    }

    @DeleteMapping("/{id}")
    @Allow(To.PERSON)
    @Operation(summary = "An editor of the host takes a link back; who is registered by it stays so")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String eventId, @PathVariable String id, Caller caller) {
        service.revoke(eventId, id, caller);
    }
}
