package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Clock;
import java.util.UUID;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.organizations.Suspensions;
import ma.maydan.portal.page.About;
import ma.maydan.portal.page.PageView;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** The page of an event. */
@Controller
class EventController {

    private final Api api;
    private final Suspensions suspensions;
    private final Surroundings surroundings;
    private final Kind<Event> kind;
    private final JsonMapper json;
    private final Clock clock;

    EventController(
            Api api,
            Suspensions suspensions,
            Surroundings surroundings,
            Kind<Event> kind,
            JsonMapper json,
            Clock clock) {
        this.api = api;
        this.suspensions = suspensions;
        this.surroundings = surroundings;
        this.kind = kind;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping(LANG + "/events" + ID)
    String event(
            Visitor visitor,
            @ModelAttribute(name = "page", binding = false) PageView page,
            @PathVariable String id,
            Model model) {
        var event = api.get(visitor, Event.class, "events", id);
        var description = event.description() == null ? event.title() : event.description();
        var about = About.of(
                page.show(event.title()).text(),
                page.show(description).plain(),
                event.isPublished() ? EventData.of(event, page) : null,
                json);
        model.addAttribute("about", event.isPublished() ? about.shownBy(Surroundings.picture(event, page)) : about);
        kind.show(event, model);
        surroundings.show(visitor, event, page, model);
        model.addAttribute(
                "late", !event.hasBeenPublished() && !event.startsAt().isAfter(clock.instant()));
        model.addAttribute(
                "suspension",
                suspensions.of(visitor, event.hostOrganizationId(), event.hostName(), event.hostStatus()));
        model.addAttribute("idempotencyKey", UUID.randomUUID());
        return "events/event";
    }
}
