package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.invitations.Invited;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
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
            "invitation-over", "invitation.over",
            "invitation-used", "invitation.used",
            "registration-closed", "registration.closed");

    /** In the form that asks something. */
    private static final String ASKED = "asked";

    private final Api api;
    private final Parts parts;
    private final Forms forms;
    private final AnswerUploads uploads;
    private final OwnRegistrations own;

    RegistrationController(Api api, Parts parts, Forms forms, AnswerUploads uploads, OwnRegistrations own) {
        this.uploads = uploads;
        this.api = api;
        this.parts = parts;
        this.forms = forms;
        this.own = own;
    }

    /** The button stands on the page of the event, unless the host asks something first. */
    @GetMapping("/events" + ID + "/register")
    ModelAndView ask(Visitor visitor, @PathVariable String id, Model model) {
        var event = asking(visitor, id);
        if (event == null) {
            return Forms.redirect("/" + visitor.language().code() + "/events/" + id);
        }
        SignInNeededException.check(visitor);
        model.addAttribute("form", AnswerForm.FIELDS.blank());
        return new ModelAndView(show(event, model), model.asMap());
    }

    /** Null where nothing is asked, or nobody can register now; the page of the event says so. */
    private @Nullable Event asking(Visitor visitor, String id) {
        try {
            var event = api.get(visitor, Event.class, "events", id);
            var asks = !event.asked().isEmpty() && event.activeRegistration() == null && event.registrationOpen();
            return asks ? event : null;
        } catch (ProblemException | UnavailableException untold) {
            return null;
        }
    }

    @PostMapping("/events" + ID + "/register")
    ModelAndView register(
            Visitor visitor,
            @PathVariable String id,
            @RequestParam(Form.KEY) String idempotencyKey,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SignInNeededException.check(visitor);
        var body = new HashMap<String, Object>();
        var invitation = Invited.token(request, id);
        if (invitation != null) {
            body.put("invitation", invitation);
        }
        if (!typed.containsKey(ASKED)) {
            return Forms.redirect(register(visitor, id, idempotencyKey, body, response));
        }
        var form = AnswerForm.FIELDS.typed(typed);
        var event = api.get(visitor, Event.class, "events", id);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    uploads.send(visitor, event, form, files);
                    body.put("answers", AnswerForm.of(event).answers(form));
                    return register(visitor, id, idempotencyKey, body, response);
                },
                () -> show(event, model));
    }

    /** The address to go to. An invitation is used up, whatever comes of it but a fault in the form. */
    private String register(Visitor visitor, String id, String key, Map<String, ?> body, HttpServletResponse response) {
        var page = "/" + visitor.language().code() + "/events/" + id;
        try {
            var registration = api.create(visitor, key, body, Registration.class, "events", id, "registrations");
            forget(body, response);
            return page + "?done=registration." + registration.status().toLowerCase(Locale.ROOT);
        } catch (ProblemException refusal) {
            var news = NEWS.get(refusal.code());
            if (news != null) {
                forget(body, response);
                return page + "?done=" + news;
            }
            throw refusal;
        }
    }

    private static void forget(Map<String, ?> body, HttpServletResponse response) {
        if (body.containsKey("invitation")) {
            response.addCookie(Invited.used());
        }
    }

    private static String show(Event event, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("registration", null);
        model.addAttribute("asked", AnswerForm.of(event));
        return "registrations/answers";
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
            @RequestParam(required = false) @Nullable String colleagues,
            Model model) {
        SignInNeededException.check(visitor);
        var comingOnes = parts.load(() -> own.mine(visitor, "COMING", cursor));
        var pastOnes = parts.load(() -> own.mine(visitor, "PAST", past));
        var colleagueOnes = parts.load(() -> own.colleagues(visitor, null, colleagues));
        model.addAttribute("colleagues", colleagueOnes.get());
        model.addAttribute("coming", comingOnes.get());
        model.addAttribute("past", pastOnes.get());
        model.addAttribute("cursor", cursor);
        model.addAttribute("pastCursor", past);
        model.addAttribute("colleagueCursor", colleagues);
        return "registrations/mine";
    }
}
