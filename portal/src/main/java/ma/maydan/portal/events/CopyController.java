package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
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
import org.springframework.web.servlet.ModelAndView;

/** Makes another draft of an event. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/copy")
class CopyController {

    private static final String DONE = "event.copy";
    private static final Fields COPY = Fields.of("copy")
            .row(FieldType.DATE_TIME.of("startsAtLocal"))
            .row(FieldType.CHOICES
                    .of("take")
                    .from("copy.part")
                    .hinted()
                    .initially("TEXTS", "ADDRESS", "JOINING", "PICTURE", "REACH"));

    private final Api api;
    private final Forms forms;

    CopyController(Api api, Forms forms) {
        this.api = api;
        this.forms = forms;
    }

    @GetMapping
    String ask(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("form", COPY.blank());
        return show(visitor, id, model);
    }

    @PostMapping
    ModelAndView copy(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = COPY.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var made =
                            api.create(visitor, form.value(Form.KEY), form.body(), Event.class, "events", id, "copies");
                    return "/" + visitor.language().code() + "/events/" + made.id() + "?done=" + DONE;
                },
                () -> show(visitor, id, model));
    }

    /** @throws ProblemException 403 for who may make none */
    private String show(Visitor visitor, String id, Model model) {
        var event = api.get(visitor, Event.class, "events", id);
        if (!event.isCopyable()) {
            throw ProblemException.of(403, "forbidden");
        }
        model.addAttribute("event", event);
        return "events/copy";
    }
}
