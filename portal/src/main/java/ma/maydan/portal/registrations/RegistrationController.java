package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a seat, and shows a person theirs. */
@Controller
@RequestMapping(LANG)
class RegistrationController {

    /** Refusals that the page of the event tells, with how things stand with this person. */
    private static final Map<String, String> NEWS = Map.of(
            "already-registered", "registration.already",
            "registration-not-open", "registration.notOpen",
            "not-in-audience", "registration.notForYou",
            "registration-closed", "registration.closed");

    private final Api api;
    private final Parts parts;

    RegistrationController(Api api, Parts parts) {
        this.api = api;
        this.parts = parts;
    }

    /** The button stands on the page of the event. */
    @GetMapping("/events" + ID + "/register")
    ModelAndView toEvent(Visitor visitor, @PathVariable String id) {
        return Forms.redirect("/" + visitor.language().code() + "/events/" + id);
    }

    @PostMapping("/events" + ID + "/register")
    ModelAndView register(Visitor visitor, @PathVariable String id, @RequestParam(Form.KEY) String idempotencyKey) {
        SignInNeededException.check(visitor);
        var page = "/" + visitor.language().code() + "/events/" + id;
        try {
            var registration =
                    api.create(visitor, idempotencyKey, Map.of(), Registration.class, "events", id, "registrations");
            return Forms.redirect(
                    page + "?done=registration." + registration.status().toLowerCase(Locale.ROOT));
        } catch (ProblemException refusal) {
            var news = NEWS.get(refusal.code());
            if (news != null) {
                return Forms.redirect(page + "?done=" + news);
            }
            throw refusal;
        }
    }

    /** A registration is shown on the page of its event. */
    @GetMapping("/registrations" + ID)
    ModelAndView registration(Visitor visitor, @PathVariable String id) {
        SignInNeededException.check(visitor);
        var registration = api.get(visitor, Registration.class, "registrations", id);
        return Forms.redirect("/" + visitor.language().code() + "/events/" + registration.eventId());
    }

    /** The person's own: what is coming, the next first, and behind it what is over; each has its pages. */
    @GetMapping("/me/registrations")
    String mine(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String past,
            Model model) {
        SignInNeededException.check(visitor);
        var comingOnes = parts.load(() -> mine(visitor, "COMING", cursor));
        var pastOnes = parts.load(() -> mine(visitor, "PAST", past));
        model.addAttribute("coming", comingOnes.get());
        model.addAttribute("past", pastOnes.get());
        model.addAttribute("cursor", cursor);
        model.addAttribute("pastCursor", past);
        return "registrations/mine";
    }

    /** A place that the list does not have is its beginning. */
    private Page<Registration> mine(Visitor visitor, String when, @Nullable String cursor) {
        var query = new HashMap<String, String>();
        query.put("when", when);
        query.put("cursor", cursor);
        try {
            return api.list(visitor, Registration.class, query, "me", "registrations");
        } catch (ProblemException refusal) {
            if (cursor == null || !refusal.code().equals("invalid-cursor")) {
                throw refusal;
            }
            return mine(visitor, when, null);
        }
    }
}
