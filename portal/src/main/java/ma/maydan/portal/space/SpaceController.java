package ma.maydan.portal.space;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.HashMap;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.error.SignInNeededException;
import ma.maydan.portal.events.Event;
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
    private final Parts parts;

    SpaceController(Api api, Parts parts) {
        this.api = api;
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
        var comingOnes =
                parts.load(() -> api.list(visitor, Registration.class, page("COMING", cursor), "me", "registrations"));
        var pastOnes =
                parts.load(() -> api.list(visitor, Registration.class, page("PAST", past), "me", "registrations"));
        model.addAttribute("coming", comingOnes.get());
        model.addAttribute("past", pastOnes.get());
        model.addAttribute("cursor", cursor);
        model.addAttribute("pastCursor", past);
        return "space/registrations";
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
        var query = new HashMap<String, String>();
        query.put("cursor", cursor);
        model.addAttribute("list", list(visitor, kind, query));
        model.addAttribute("kind", kind);
        model.addAttribute("cursor", cursor);
        return "space/list";
    }

    private Page<?> list(Visitor visitor, String kind, Map<String, String> query) {
        return switch (kind) {
            case "organizations" -> api.list(visitor, Organization.class, query, "me", kind);
            case "programs" -> api.list(visitor, Program.class, query, "me", kind);
            case "events" -> api.list(visitor, Event.class, query, "me", kind);
            default -> api.list(visitor, Partnership.class, query, "me", kind);
        };
    }
}
