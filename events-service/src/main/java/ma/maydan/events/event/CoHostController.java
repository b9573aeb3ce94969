package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who hosts an event along with its host; {@code id} is that organization's. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Events")
class CoHostController {

    private final CoHostService service;
    private final EventViews views;

    CoHostController(CoHostService service, EventViews views) {
        this.service = service;
        this.views = views;
    }

    @GetMapping("/me/co-hosted-events")
    @Allow(To.PERSON)
    @Operation(summary = "The events that the caller's organizations host with another, or are invited to host")
    Page<EventView> mine(
            @Parameter(description = "Those invitations alone that can still be answered")
                    @RequestParam(defaultValue = "false")
                    boolean invited,
            Paging paging,
            Caller caller) {
        var page = service.ofCaller(invited, caller, paging);
        return new Page<>(views.of(page.items(), caller), page.nextCursor());
    }

    @PutMapping("/events/{eventId}/co-hosts/{id}")
    @Allow(To.PERSON)
    @Operation(
            summary = "An editor of the host invites a verified organization to host the event too",
            description = "10 at most. Its members are told, and see the event from then on.")
    EventView invite(@PathVariable String eventId, @PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(service.invite(eventId, id, expected, caller), caller);
    }

    @PostMapping("/events/{eventId}/co-hosts/{id}/accept")
    @Allow(To.PERSON)
    @Operation(
            summary = "An editor of the invited organization accepts",
            description = "It is shown with the event then, and its editors read who registered.")
    EventView accept(@PathVariable String eventId, @PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(service.accept(eventId, id, expected, caller), caller);
    }

    @DeleteMapping("/events/{eventId}/co-hosts/{id}")
    @Allow(To.PERSON)
    @Operation(summary = "An editor of the organization declines or leaves, or one of the host takes it back")
    EventView end(@PathVariable String eventId, @PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(service.end(eventId, id, expected, caller), caller);
    }
}
