package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.groups.Default;
import java.net.URI;
import java.util.Objects;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.lifecycle.LifeCycle;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.problem.Creating;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Events")
class EventController {

    private final EventService service;
    private final EventSteps steps;
    private final SeriesService series;
    private final EventViews views;

    EventController(EventService service, EventSteps steps, SeriesService series, EventViews views) {
        this.service = service;
        this.steps = steps;
        this.series = series;
        this.views = views;
    }

    @Bean
    static LifeCycle<?, ?, ?> eventLifeCycle() {
        return EventTransition.LIFE_CYCLE;
    }

    @GetMapping("/events/{id}")
    @Allow(value = To.ANYONE, scope = "events.read")
    @Operation(
            summary = "One event: published, of one's own organization, one that the caller is registered for, or any"
                    + " for the cluster's staff")
    EventView get(@PathVariable String id, Caller caller) {
        return views.of(service.require(id, caller), caller);
    }

    @GetMapping("/me/events")
    @Allow(To.PERSON)
    @Operation(summary = "The events that the caller's organizations host, in any state")
    Page<EventView> mine(Paging paging, Caller caller) {
        return views(service.hostedByCaller(caller, paging), caller);
    }

    @GetMapping("/event-reviews")
    @Allow(To.OFFICER)
    @Operation(
            summary = "The events that wait for the cluster: for publication, or with a change of what is published",
            description = "The next first, unless sort names another order.")
    Page<EventView> toReview(
            @RequestParam(required = false) Stage.@Nullable Review review,
            @RequestParam(required = false) Event.@Nullable Kind kind,
            @Parameter(schema = @Schema(allowableValues = {"startsAt", "-startsAt", "updatedAt", "-updatedAt"}))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            Paging paging,
            Caller caller) {
        return views(service.waiting(review, kind, sort, paging), caller);
    }

    @PostMapping("/events")
    @Creates
    @Allow(To.PERSON)
    @Operation(summary = "An editor of a verified organization creates an event as a draft")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EventView> create(
            @Validated({Default.class, Creating.class}) @RequestBody EventRequest request, NewId id, Caller caller) {
        var host = Objects.requireNonNull(request.hostOrganizationId());
        var event = steps.create(id.value(), host, request.content(), caller);
        return ResponseEntity.created(
                        URI.create("/api/v1/events/" + event.event().id()))
                .body(views.of(event, caller));
    }

    @PostMapping("/events/{eventId}/copies")
    @Creates
    @Allow(To.PERSON)
    @Operation(summary = "An editor of the host makes another draft of an event, at another time")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EventView> copy(
            @PathVariable String eventId, @Valid @RequestBody CopyRequest request, NewId id, Caller caller) {
        var event = steps.copy(id.value(), eventId, request, caller);
        return ResponseEntity.created(
                        URI.create("/api/v1/events/" + event.event().id()))
                .body(views.of(event, caller));
    }

    @PutMapping(path = "/events/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allow(To.PERSON)
    @Operation(
            summary = "Replaces the details of a draft, or of a published event until it begins",
            description = "Of a published event texts, sectors, languages, audience, the join link and more seats count"
                    + " at once; another time, place or format, and fewer seats, count at once for a trusted host, and"
                    + " wait for the cluster as proposal for any other. Those who are registered are told of another"
                    + " time or place. With dates the others of a series are changed too, in all but what was"
                    + " changed of one of them alone.")
    EventView edit(
            @PathVariable String id,
            ExpectedVersion expected,
            @RequestParam(defaultValue = "THIS") Dates dates,
            @Valid @RequestBody EventRequest request,
            Caller caller) {
        return views.of(series.edit(id, expected, dates, request, caller), caller);
    }

    private Page<EventView> views(Page<Event> page, Caller caller) {
        return new Page<>(views.of(page.items(), caller), page.nextCursor());
    }
}
