package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.HashMap;
import java.util.List;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
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
import org.springframework.web.servlet.ModelAndView;

/** The host of an event writes to those who are registered: first it is shown how it reads, then it is sent. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/registrations/messages")
class MessageController {

    private static final String DONE = "message.send";
    private static final Fields MESSAGE = Fields.of("message")
            .row(FieldType.CHOICES
                    .of("to")
                    .from("registration.status")
                    .only(List.of("CONFIRMED", "WAITLISTED", "OFFERED", "PENDING_APPROVAL"))
                    .required()
                    .hinted()
                    .initially("CONFIRMED"))
            .row(FieldType.LOCALIZED.of("subject").required())
            .row(FieldType.LONG.of("text").required().hinted());

    private final Api api;
    private final Forms forms;

    MessageController(Api api, Forms forms) {
        this.api = api;
        this.forms = forms;
    }

    @GetMapping
    String ask(
            Visitor visitor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("form", MESSAGE.blank());
        return show(visitor, id, cursor, model);
    }

    @PostMapping
    ModelAndView send(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = MESSAGE.typed(typed);
        if (typed.containsKey("confirmed")) {
            return forms.send(
                    visitor,
                    form,
                    model,
                    () -> {
                        api.create(visitor, form.value(Form.KEY), form.body(), Message.class, "events", id, "messages");
                        return "/" + visitor.language().code() + page(id) + "?done=" + DONE;
                    },
                    () -> show(visitor, id, null, model));
        }
        return forms.ask(
                visitor,
                form,
                model,
                () -> {
                    if (!typed.containsKey("change")) {
                        model.addAttribute(
                                "preview",
                                api.create(
                                        visitor,
                                        form.value(Form.KEY),
                                        form.body(),
                                        Message.Preview.class,
                                        "events",
                                        id,
                                        "messages",
                                        "preview"));
                    }
                },
                () -> show(visitor, id, null, model));
    }

    /** @throws ProblemException 403 for who does not write in the name of the host */
    private String show(Visitor visitor, String id, @Nullable String cursor, Model model) {
        var event = api.get(visitor, Event.class, "events", id);
        if (!event.isCopyable() || !event.showsRegistrants()) {
            throw ProblemException.of(403, "forbidden");
        }
        var query = new HashMap<String, String>();
        query.put("cursor", cursor);
        model.addAttribute("event", event);
        model.addAttribute("cursor", cursor);
        model.addAttribute("sent", api.list(visitor, Message.class, query, "events", id, "messages"));
        return "registrations/messages";
    }

    private static String page(String id) {
        return "/events/" + id + "/registrations/messages";
    }
}
