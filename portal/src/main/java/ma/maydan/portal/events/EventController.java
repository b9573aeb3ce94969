package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Clock;
import java.util.UUID;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.list.Filters;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.list.Lists.Place;
import ma.maydan.portal.organizations.Suspensions;
import ma.maydan.portal.page.About;
import ma.maydan.portal.page.Codes;
import ma.maydan.portal.page.PageView;
import ma.maydan.portal.page.Visitor;
import ma.maydan.portal.steps.Steps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** The events that anybody may see, and the page of one. */
@Controller
@RequestMapping(LANG + "/events")
class EventController {

    private final Api api;
    private final Suspensions suspensions;
    private final Lists lists;
    private final JsonMapper json;
    private final Clock clock;

    EventController(Api api, Suspensions suspensions, Lists lists, JsonMapper json, Clock clock) {
        this.api = api;
        this.suspensions = suspensions;
        this.lists = lists;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var filters = new Filters().code("kind", kind, Codes.ALL.get("event.kind"));
        model.addAttribute("list", lists.load(visitor, Event.class, filters, new Place(cursor, 18), "events"));
        return "events/list";
    }

    @GetMapping(ID)
    String event(
            Visitor visitor,
            @ModelAttribute(name = "page", binding = false) PageView page,
            @PathVariable String id,
            Model model) {
        var event = api.get(visitor, Event.class, "events", id);
        var description = event.description() == null ? event.title() : event.description();
        model.addAttribute(
                "about",
                About.of(
                        page.show(event.title()).text(),
                        page.show(description).text(),
                        event.isPublished() ? EventData.of(event, page) : null,
                        json));
        model.addAttribute("event", event);
        model.addAttribute("steps", Steps.EVENT.offered(event.allowedTransitions()));
        model.addAttribute(
                "late", !event.hasBeenPublished() && !event.startsAt().isAfter(clock.instant()));
        model.addAttribute(
                "suspension",
                suspensions.of(visitor, event.hostOrganizationId(), event.hostName(), event.hostStatus()));
        model.addAttribute("idempotencyKey", UUID.randomUUID());
        return "events/event";
    }
}
