package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/** What becomes of a change of what is published. */
@RestController
@RequestMapping("/api/v1/events/{id}")
@Tag(name = "Events")
class EventChangeController {

    private final EventSteps steps;
    private final EventViews views;

    EventChangeController(EventSteps steps, EventViews views) {
        this.steps = steps;
        this.views = views;
    }

    @PostMapping("/accept-change")
    @Allow(To.OFFICER)
    @Operation(
            summary = "An officer lets the proposed change count; who is registered is told of another time or place")
    EventView accept(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(steps.acceptChange(id, expected, caller), caller);
    }

    @PostMapping("/return-change")
    @Allow(To.OFFICER)
    @Operation(summary = "An officer gives the proposed change back; the event stays as it is published")
    EventView giveBack(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return views.of(steps.returnChange(id, expected, Reason.of(reason), caller), caller);
    }

    @PostMapping("/withdraw-change")
    @Allow(To.PERSON)
    @Operation(summary = "An editor of the host takes the proposed change back")
    EventView withdraw(@PathVariable String id, ExpectedVersion expected, Caller caller) {
        return views.of(steps.withdrawChange(id, expected, caller), caller);
    }
}
