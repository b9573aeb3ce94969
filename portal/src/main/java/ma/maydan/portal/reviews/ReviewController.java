package ma.maydan.portal.reviews;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.error.SignInNeededException;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.list.Filters;
import ma.maydan.portal.list.Listing;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.list.Lists.Place;
import ma.maydan.portal.organizations.Organization;
import ma.maydan.portal.page.Visitor;
import ma.maydan.portal.partnerships.Partnership;
import ma.maydan.portal.programs.Program;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a decision of the cluster: each kind in a queue, all of them on one page. */
@Controller
@RequestMapping(LANG + "/reviews")
class ReviewController {

    private final Api api;
    private final Lists lists;
    private final Parts parts;

    ReviewController(Api api, Lists lists, Parts parts) {
        this.api = api;
        this.lists = lists;
        this.parts = parts;
    }

    @GetMapping
    String all(Visitor visitor, Model model) {
        check(visitor);
        var first = Map.of("limit", "10");
        var organizations = parts.load(() -> api.list(visitor, Organization.class, first, "verification-cases"));
        var programs = parts.load(() -> api.list(visitor, Program.class, first, "program-reviews"));
        var events = parts.load(() -> api.list(visitor, Event.class, first, "event-reviews"));
        var partnerships = parts.load(() -> api.list(visitor, Partnership.class, first, "partnership-reviews"));
        model.addAttribute("organizations", organizations.get());
        model.addAttribute("programs", programs.get());
        model.addAttribute("events", events.get());
        model.addAttribute("partnerships", partnerships.get());
        return "reviews/all";
    }

    @GetMapping("/{kind:organizations|programs|events|partnerships}")
    String queue(
            Visitor visitor,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        check(visitor);
        model.addAttribute("list", list(visitor, kind, new Place(cursor, 20)));
        model.addAttribute("kind", kind);
        return "reviews/queue";
    }

    private Listing<?> list(Visitor visitor, String kind, Place place) {
        return switch (kind) {
            case "organizations" -> lists.load(visitor, Organization.class, new Filters(), place, "verification-cases");
            case "programs" -> lists.load(visitor, Program.class, new Filters(), place, "program-reviews");
            case "events" -> lists.load(visitor, Event.class, new Filters(), place, "event-reviews");
            default -> lists.load(visitor, Partnership.class, new Filters(), place, "partnership-reviews");
        };
    }

    private static void check(Visitor visitor) {
        SignInNeededException.check(visitor);
        if (!visitor.isStaff()) {
            throw ProblemException.of(403, "forbidden");
        }
    }
}
