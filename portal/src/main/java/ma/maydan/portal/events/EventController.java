package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Clock;
import java.util.HashMap;
import java.util.UUID;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.organizations.Suspensions;
import ma.maydan.portal.page.Visitor;
import ma.maydan.portal.steps.Steps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The events that anybody may see, and the page of one. */
@Controller
@RequestMapping(LANG + "/events")
class EventController {

    private final Api api;
    private final Suspensions suspensions;
    private final Clock clock;

    EventController(Api api, Suspensions suspensions, Clock clock) {
        this.api = api;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var query = new HashMap<String, String>();
        query.put("kind", kind);
        query.put("cursor", cursor);
        query.put("limit", "18");
        model.addAttribute("list", api.list(visitor, Event.class, query, "events"));
        model.addAttribute("kind", kind);
        model.addAttribute("cursor", cursor);
        return "events/list";
    }

    @GetMapping(ID)
    String event(Visitor visitor, @PathVariable String id, Model model) {
        var event = api.get(visitor, Event.class, "events", id);
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
