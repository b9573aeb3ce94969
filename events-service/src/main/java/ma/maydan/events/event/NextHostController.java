package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who becomes the host of an event; {@code id} is that organization's. */
@RestController
@RequestMapping("/api/v1/events/{eventId}/next-host/{id}")
@Tag(name = "Events")
class NextHostController {

    private final NextHostService service;
    private final EventViews views;

    NextHostController(NextHostService service, EventViews views) {
        this.service = service;
        this.views = views;
    }

    @PutMapping
    @Allow(To.PERSON)
    @Operation(
            summary = "An owner or admin of the host asks a verified organization to host the event in its place",
            description = "In place of whoever was asked before. Its members are told, and see the event from then on.")
    EventView ask(@PathVariable String eventId, @PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(service.ask(eventId, id, expected, caller), caller);
    }

    @PostMapping("/accept")
    @Allow(To.PERSON)
    @Operation(
            summary = "An owner of the organization that is asked agrees",
            description =
                    "What is published waits for the cluster, as a change, unless both are trusted. Then it is theirs: their editors read who registered, and those of the host before do not any more.")
    EventView accept(@PathVariable String eventId, @PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(service.accept(eventId, id, expected, caller), caller);
    }

    @DeleteMapping
    @Allow(To.PERSON)
    @Operation(summary = "An owner or admin of the organization declines, or one of the host takes it back")
    EventView end(@PathVariable String eventId, @PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(service.end(eventId, id, expected, caller), caller);
    }
}
