package ma.maydan.events.event;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import ma.maydan.starter.paging.Page;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Allow.To;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.vocabulary.Language;
import ma.maydan.starter.vocabulary.Region;
import ma.maydan.starter.vocabulary.Sector;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody finds. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Events")
class EventListController {

    private final EventService service;
    private final PublicEvents events;
    private final EventViews views;

    EventListController(EventService service, PublicEvents events, EventViews views) {
        this.service = service;
        this.events = events;
        this.views = views;
    }

    /**
     * A page of the public list.
     *
     * @param count how many there are in all; 101 when there are more than 100; absent unless it is asked for and known
     */
    record EventList(
            List<ListedEvent> items,
            @Nullable String nextCursor,
            @Nullable Integer count) {}

    @GetMapping("/events")
    @Allow(value = To.ANYONE, scope = "events.read")
    @Operation(
            summary =
                    "The published events that are not over, the next first, or with q the best first; with updatedAfter"
                            + " what changed since, the oldest change first, and of what went away its id and state",
            description = "With freeSeats a page can be shorter than its limit, or empty, and still have a nextCursor:"
                    + " no more than some hundred events are read for one.")
    EventList list(
            @RequestParam(required = false) @Nullable SearchText q,
            @RequestParam(required = false) Event.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String organizationId,
            @RequestParam(required = false) @Nullable Instant updatedAfter,
            @Parameter(description = "UPCOMING without it; what is PAST comes the latest first")
                    @RequestParam(required = false)
                    EventFilter.@Nullable When when,
            @Parameter(description = "They begin then or later") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "They begin before") @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Pattern(regexp = Region.PATTERN) @Nullable String region,
            @RequestParam(required = false) Event.@Nullable Format format,
            @Parameter(description = "One that is spoken there", schema = @Schema(allowableValues = {"ar", "fr", "en"}))
                    @RequestParam(required = false)
                    @Pattern(regexp = "ar|fr|en")
                    @Nullable
                    String language,
            @RequestParam(required = false) @Nullable Sector sector,
            @Parameter(description = "Online, or online as well") @RequestParam(defaultValue = "false") boolean online,
            @RequestParam(defaultValue = "false") boolean freeSeats,
            @Parameter(description = "Whether to count them, up to 100") @RequestParam(defaultValue = "false")
                    boolean counted,
            Paging paging,
            Caller caller) {
        var filter = new EventFilter(
                q,
                organizationId,
                updatedAfter,
                new EventFacets(kind, format, online, region, language == null ? null : spoken(language), sector),
                new EventFilter.Time(when == null ? EventFilter.When.UPCOMING : when, from, until),
                freeSeats);
        filter.check();
        var page = events.page(filter, paging);
        return new EventList(
                views.listed(page.items(), caller),
                page.nextCursor(),
                counted && updatedAfter == null ? events.count(filter) : null);
    }

    private static Language spoken(String code) {
        return switch (code) {
            case "ar" -> Language.ARABIC;
            case "fr" -> Language.FRENCH;
            default -> Language.ENGLISH;
        };
    }

    @GetMapping("/events/{id}/related")
    @Allow(value = To.ANYONE, scope = "events.read")
    @Operation(summary = "Up to three events that have not begun, of the same kind, a same sector or the same host")
    Page<EventView> related(@PathVariable String id, Caller caller) {
        var event = service.require(id, caller).event();
        return new Page<>(views.of(events.related(event), caller), null);
    }
}
