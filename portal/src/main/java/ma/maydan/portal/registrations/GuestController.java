package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.invitations.Invited;
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
import org.springframework.web.servlet.ModelAndView;

/** Somebody without an account asks for a seat; whatever comes of it, the page says the same. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/guest")
class GuestController {

    private static final Fields FIELDS = Fields.of("guest")
            .row(FieldType.TEXT.of("name").required())
            .row(FieldType.ADDRESS.of("email").required().hinted());

    private final Api api;
    private final Forms forms;

    GuestController(Api api, Forms forms) {
        this.api = api;
        this.forms = forms;
    }

    @GetMapping
    String ask(Visitor visitor, @PathVariable String id, Model model) {
        model.addAttribute("form", FIELDS.blank());
        return show(api.get(visitor, Event.class, "events", id), model);
    }

    @PostMapping
    ModelAndView send(
            Visitor visitor,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var form = FIELDS.typed(typed);
        var event = api.get(visitor, Event.class, "events", id);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    ask(visitor, event, body(visitor, event, form, Invited.token(request, id)), response);
                    return "/" + visitor.language().code() + "/events/" + id + "?done=" + "guest.asked";
                },
                () -> show(event, model));
    }

    /** An invitation that does not hold is none the next time. */
    private void ask(Visitor visitor, Event event, Object body, HttpServletResponse response) {
        try {
            api.post(visitor, body, "events", event.id(), "guests");
        } catch (ProblemException refusal) {
            if (refusal.code().startsWith("invitation-")) {
                response.addCookie(Invited.used());
            }
            throw refusal;
        }
    }

    private static Object body(Visitor visitor, Event event, Form form, @Nullable String invitation) {
        var body = new LinkedHashMap<>(form.body());
        body.put("language", visitor.language().code());
        body.put("answers", AnswerForm.ofGuest(event).answers(form));
        if (invitation != null) {
            body.put("invitation", invitation);
        }
        return body;
    }

    private static String show(Event event, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("asked", AnswerForm.ofGuest(event));
        return "registrations/guest";
    }
}
