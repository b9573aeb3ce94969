package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.export.Export;
import ma.maydan.portal.export.Exports;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.page.Formats;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import ma.maydan.portal.steps.Batch;
import ma.maydan.portal.steps.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk of who runs an event: how it fills, who registered, what has changed, what to do next. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/registrations")
class DeskController {

    private static final int SIZE = 50;

    private final Api api;
    private final Lists lists;
    private final Exports exports;
    private final Together together;
    private final Clock clock;

    DeskController(Api api, Lists lists, Exports exports, Together together, Clock clock) {
        this.api = api;
        this.lists = lists;
        this.exports = exports;
        this.together = together;
        this.clock = clock;
    }

    @GetMapping
    String desk(
            Visitor visitor,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> asked,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SignInNeededException.check(visitor);
        var now = clock.instant();
        var event = api.get(visitor, Event.class, "events", id);
        var kind = Registrants.of(event);
        var list = lists.table(visitor, kind, shelf(id), asked, SIZE);
        var since = LastVisit.at(now, request, response);
        var desk = desk(visitor, id, since);
        model.addAttribute("event", event);
        model.addAttribute("list", list);
        model.addAttribute("kind", kind);
        model.addAttribute("table", kind.table());
        model.addAttribute(
                "next", NextThing.of(event, isAsked(visitor, event), now).name());
        model.addAttribute("since", since);
        model.addAttribute("changes", desk == null ? null : desk.changes());
        model.addAttribute(
                "chart", desk == null ? null : FillChart.of(desk, event, LocalDate.ofInstant(now, Formats.HOME)));
        return "registrations/of-event";
    }

    /** Whether somebody waits for the host's approval, as far as the service tells. */
    private boolean isAsked(Visitor visitor, Event event) {
        var asked = Map.of("status", "PENDING_APPROVAL", "limit", "1");
        var some = event.isByApproval()
                ? orNothing(() -> api.list(visitor, Registration.class, asked, "events", event.id(), "registrations"))
                : null;
        return some != null && !some.items().isEmpty();
    }

    private @Nullable EventDesk desk(Visitor visitor, String id, @Nullable Instant since) {
        Map<String, String> query = since == null ? Map.of() : Map.of("since", since.toString());
        return orNothing(() -> api.get(visitor, EventDesk.class, query, "events", id, "desk"));
    }

    /** Null where the service does not tell: the page stands without it. */
    private static <T> @Nullable T orNothing(Supplier<T> told) {
        try {
            return told.get();
        } catch (ProblemException | UnavailableException untold) {
            return null;
        }
    }

    @GetMapping(Exports.FILE)
    void export(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> asked,
            @ModelAttribute(name = "texts", binding = false) Texts texts,
            HttpServletResponse response) {
        SignInNeededException.check(visitor);
        var event = api.get(visitor, Event.class, "events", id);
        var title = texts.of("registrations.title") + " – "
                + event.title().in(visitor.language().locale());
        var kind = Registrants.of(event);
        var pages = lists.pages(visitor, kind, shelf(id), asked);
        var columns = Stream.concat(
                        kind.table().columns(pages.filters()::shows).stream(), Registrants.answers(event).stream())
                .toList();
        var export = new Export("registrations", title, "registrant", columns, Registrants.heads(event), pages);
        exports.send(export, format, visitor, texts, response);
    }

    /** Where a step was taken there is nothing to read. */
    @GetMapping("/{step:approve|decline}")
    String back(Visitor visitor, @PathVariable String id) {
        return "redirect:/" + visitor.language().code() + desk(id);
    }

    @PostMapping("/{step:approve|decline}")
    ModelAndView take(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed,
            @ModelAttribute(name = "texts", binding = false) Texts texts,
            Model model) {
        SignInNeededException.check(visitor);
        var batch = new Batch(Registrants.KIND, "registrations", desk(id), SIZE);
        return together.send(visitor, batch, step, typed, texts, model);
    }

    private static String desk(String id) {
        return "/events/" + id + "/registrations";
    }

    private static Shelf shelf(String id) {
        return new Shelf(1, "events/" + id + "/registrations", SIZE);
    }
}
