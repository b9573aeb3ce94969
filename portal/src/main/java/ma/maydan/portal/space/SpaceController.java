package ma.maydan.portal.space;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.HashMap;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
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
import ma.maydan.portal.registrations.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The signed-in person's registrations and the things of their organizations. */
@Controller
@RequestMapping(LANG + "/me")
class SpaceController {

    private final Api api;
    private final Lists lists;
    private final Parts parts;

    SpaceController(Api api, Lists lists, Parts parts) {
        this.api = api;
        this.lists = lists;
        this.parts = parts;
    }

    @GetMapping
    String all(Visitor visitor, Model model) {
        SignInNeededException.check(visitor);
        var first = Map.of("limit", "5");
        var coming = Map.of("limit", "5", "when", "COMING");
        var registrations = parts.load(() -> api.list(visitor, Registration.class, coming, "me", "registrations"));
        var organizations = parts.load(() -> api.list(visitor, Organization.class, first, "me", "organizations"));
        var events = parts.load(() -> api.list(visitor, Event.class, first, "me", "events"));
        var programs = parts.load(() -> api.list(visitor, Program.class, first, "me", "programs"));
        var partnerships = parts.load(() -> api.list(visitor, Partnership.class, first, "me", "partnerships"));
        model.addAttribute("registrations", registrations.get());
        model.addAttribute("organizations", organizations.get());
        model.addAttribute("events", events.get());
        model.addAttribute("programs", programs.get());
        model.addAttribute("partnerships", partnerships.get());
        return "space/all";
    }

    /** What is coming, the next first, and behind it what is over; each has its pages. */
    @GetMapping("/registrations")
    String registrations(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String past,
            Model model) {
        SignInNeededException.check(visitor);
        var comingOnes = parts.load(() -> registrations(visitor, "COMING", cursor));
        var pastOnes = parts.load(() -> registrations(visitor, "PAST", past));
        model.addAttribute("coming", comingOnes.get());
        model.addAttribute("past", pastOnes.get());
        model.addAttribute("cursor", cursor);
        model.addAttribute("pastCursor", past);
        return "space/registrations";
    }

    /** A place that the list does not have is its beginning. */
    private Page<Registration> registrations(Visitor visitor, String when, @Nullable String cursor) {
        try {
            return api.list(visitor, Registration.class, page(when, cursor), "me", "registrations");
        } catch (ProblemException refusal) {
            if (cursor == null || !refusal.code().equals("invalid-cursor")) {
                throw refusal;
            }
            return registrations(visitor, when, null);
        }
    }

    private static Map<String, String> page(String when, @Nullable String cursor) {
        var query = new HashMap<String, String>();
        query.put("when", when);
        query.put("cursor", cursor);
        return query;
    }

    @GetMapping("/{kind:organizations|programs|events|partnerships}")
    String one(
            Visitor visitor,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("list", list(visitor, kind, new Place(cursor, 20)));
        model.addAttribute("kind", kind);
        return "space/list";
    }

    private Listing<?> list(Visitor visitor, String kind, Place place) {
        return switch (kind) {
            case "organizations" -> lists.load(visitor, Organization.class, new Filters(), place, "me", kind);
            case "programs" -> lists.load(visitor, Program.class, new Filters(), place, "me", kind);
            case "events" -> lists.load(visitor, Event.class, new Filters(), place, "me", kind);
            default -> lists.load(visitor, Partnership.class, new Filters(), place, "me", kind);
        };
    }
}
