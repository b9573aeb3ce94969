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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of an event, or with {@code dates} of those of its series that can take them. */
@RestController
@RequestMapping("/api/v1/events/{id}")
@Tag(name = "Events")
class EventStepController {

    private final EventService service;
    private final SeriesService series;
    private final EventViews views;

    EventStepController(EventService service, SeriesService series, EventViews views) {
        this.service = service;
        this.series = series;
        this.views = views;
    }

    @PostMapping("/submit")
    @Allow(To.PERSON)
    @Operation(summary = "An editor of the host asks for publication")
    EventView submit(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam(defaultValue = "THIS") Dates dates,
            Caller caller) {
        return take(EventTransition.SUBMIT, id, expected, dates, null, caller);
    }

    @PostMapping("/self-publish")
    @Allow(To.PERSON)
    @Operation(summary = "An editor of a host that the cluster trusts publishes the event; registration opens")
    EventView selfPublish(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam(defaultValue = "THIS") Dates dates,
            Caller caller) {
        return take(EventTransition.SELF_PUBLISH, id, expected, dates, null, caller);
    }

    @PostMapping("/publish")
    @Allow(To.OFFICER)
    @Operation(summary = "An officer publishes the event; registration opens")
    EventView publish(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam(defaultValue = "THIS") Dates dates,
            Caller caller) {
        return take(EventTransition.PUBLISH, id, expected, dates, null, caller);
    }

    @PostMapping(path = "/return", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allow(To.OFFICER)
    @Operation(summary = "An officer gives the event back to its editors")
    EventView giveBack(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam(defaultValue = "THIS") Dates dates,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return take(EventTransition.RETURN, id, expected, dates, Reason.of(reason), caller);
    }

    @PostMapping("/accept-change")
    @Allow(To.OFFICER)
    @Operation(
            summary = "An officer lets the proposed change count; who is registered is told of another time or place")
    EventView acceptChange(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam(defaultValue = "THIS") Dates dates,
            Caller caller) {
        return take(EventTransition.ACCEPT_CHANGE, id, expected, dates, null, caller);
    }

    @PostMapping(path = "/return-change", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allow(To.OFFICER)
    @Operation(summary = "An officer gives the proposed change back; the event stays as it is published")
    EventView returnChange(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam(defaultValue = "THIS") Dates dates,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return take(EventTransition.RETURN_CHANGE, id, expected, dates, Reason.of(reason), caller);
    }

    @PostMapping("/withdraw-change")
    @Allow(To.PERSON)
    @Operation(summary = "An editor of the host takes the proposed change back")
    EventView withdrawChange(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam(defaultValue = "THIS") Dates dates,
            Caller caller) {
        return take(EventTransition.WITHDRAW_CHANGE, id, expected, dates, null, caller);
    }

    @PostMapping(path = "/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allow(To.PERSON)
    @Operation(
            summary =
                    "Cancels the event for good: an owner or admin of the host any that was submitted and is not over,"
                            + " the cluster's admin a published one; a draft is deleted")
    EventView cancel(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam(defaultValue = "THIS") Dates dates,
            @Valid @RequestBody ReasonRequest reason,
            Caller caller) {
        return take(EventTransition.CANCEL, id, expected, dates, Reason.of(reason), caller);
    }

    @DeleteMapping
    @Allow(To.PERSON)
    @Operation(summary = "An editor of the host deletes a draft, of which nothing stays")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam(defaultValue = "THIS") Dates dates,
            Caller caller) {
        series.take(EventTransition.DELETE, id, expected, dates, null, caller);
    }

    private EventView take(
            EventTransition transition,
            String id,
            ExpectedVersion expected,
            Dates dates,
            @Nullable Reason reason,
            Caller caller) {
        series.take(transition, id, expected, dates, reason, caller);
        return views.of(service.require(id, caller), caller);
    }
}
