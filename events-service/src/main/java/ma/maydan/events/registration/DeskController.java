package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How registration for an event goes, for who runs it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registrations")
class DeskController {

    private final Desk desk;

    DeskController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/events/{eventId}/desk")
    @Allow(To.PERSON)
    @Operation(summary = "How an event that the caller runs fills, and what has changed since an instant")
    Desk.Overview desk(
            @PathVariable String eventId,
            @Parameter(description = "Of what changed later it is said how much")
                    @RequestParam(required = false)
                    @Nullable
                    Instant since,
            Caller caller) {
        return desk.of(eventId, since, caller);
    }
}
