package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dates of one and the same event. */
@RestController
@RequestMapping("/api/v1/events/{id}/series")
@Tag(name = "Events")
class SeriesController {

    private final SeriesService series;
    private final EventViews views;

    SeriesController(SeriesService series, EventViews views) {
        this.series = series;
        this.views = views;
    }

    @PutMapping
    @Allow(To.PERSON)
    @Operation(
            summary = "An editor of the host has a draft take place on further days, at its hour",
            description = "52 dates at most. Each is an event of its own, with its own seats and registrations.")
    EventView make(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody SeriesRequest request,
            Caller caller) {
        return views.of(series.make(id, expected, request, caller), caller);
    }

    @PostMapping("/dates")
    @Allow(To.PERSON)
    @Operation(
            summary = "An editor of the host has a series take place on further days too, like the date that is named",
            description =
                    "At its hour by the clock of its place, 52 dates in all. They are drafts whatever the others are,"
                            + " and are submitted and published like these; of two who add at once one is refused.")
    EventView add(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody AddedDatesRequest request,
            Caller caller) {
        return views.of(series.add(id, expected, request, caller), caller);
    }

    @GetMapping
    @Allow(value = To.ANYONE, scope = "events.read")
    @Operation(summary = "The dates of the series of an event that the caller may see, in their order, with this one")
    Page<EventView> dates(@PathVariable String id, Caller caller) {
        return new Page<>(views.of(series.of(id, caller), caller), null);
    }
}
