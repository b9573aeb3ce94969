package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
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

/** What somebody has answered: to be read, and changed for as long as the host lets them. */
@Controller
@RequestMapping(LANG + "/registrations" + ID + "/answers")
class AnswerController {

    private final Api api;
    private final Forms forms;
    private final AnswerUploads uploads;

    AnswerController(Api api, Forms forms, AnswerUploads uploads) {
        this.api = api;
        this.forms = forms;
        this.uploads = uploads;
    }

    @GetMapping
    String answers(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var registration = own(visitor, id);
        model.addAttribute("form", AnswerForm.filled(registration));
        return show(visitor, registration, model);
    }

    @PostMapping
    ModelAndView change(
            Visitor visitor,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            Model model) {
        SignInNeededException.check(visitor);
        var registration = own(visitor, id);
        var event = api.get(visitor, Event.class, "events", registration.eventId());
        var form = AnswerForm.FIELDS.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    uploads.send(visitor, event, form, files);
                    var answers = Map.of("answers", AnswerForm.of(event).answers(form));
                    api.replace(visitor, form.value(Form.VERSION), answers, "registrations", id, "answers");
                    return "/" + visitor.language().code() + "/events/" + event.id() + "?done="
                            + "registration.answers";
                },
                () -> show(visitor, own(visitor, id), model),
                () -> AnswerForm.filled(own(visitor, id)));
    }

    private Registration own(Visitor visitor, String id) {
        var registration = api.get(visitor, Registration.class, "registrations", id);
        if (!registration.mine()) {
            throw ProblemException.of(404, "not-found");
        }
        return registration;
    }

    private String show(Visitor visitor, Registration registration, Model model) {
        var event = api.get(visitor, Event.class, "events", registration.eventId());
        model.addAttribute("event", event);
        model.addAttribute("registration", registration);
        model.addAttribute("asked", AnswerForm.of(event));
        return "registrations/answers";
    }
}
