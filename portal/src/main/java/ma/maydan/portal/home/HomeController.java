package ma.maydan.portal.home;

import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.organizations.Organization;
import ma.maydan.portal.page.Languages;
import ma.maydan.portal.page.Visitor;
import ma.maydan.portal.programs.Program;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The front page, and the way to it. */
@Controller
class HomeController {

    private final Api api;
    private final Parts parts;

    HomeController(Api api, Parts parts) {
        this.api = api;
        this.parts = parts;
    }

    @GetMapping({"/", LANG})
    ModelAndView toLanguage(HttpServletRequest request) {
        return Forms.redirect("/" + Languages.of(request).code() + "/");
    }

    @GetMapping(LANG + "/")
    String home(Visitor visitor, Model model) {
        var events = parts.load(() -> api.list(visitor, Event.class, Map.of("limit", "6"), "events"));
        var programs = parts.load(() -> api.list(visitor, Program.class, Map.of("limit", "3"), "programs"));
        var organizations =
                parts.load(() -> api.list(visitor, Organization.class, Map.of("limit", "8"), "organizations"));
        model.addAttribute("events", events.get());
        model.addAttribute("programs", programs.get());
        model.addAttribute("organizations", organizations.get());
        return "home";
    }
}
