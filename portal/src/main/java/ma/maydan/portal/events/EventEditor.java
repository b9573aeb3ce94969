package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.error.SignInNeededException;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.organizations.MyOrganizations;
import ma.maydan.portal.organizations.Organization;
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

/** Writes events: for editors of a verified organization. */
@Controller
@RequestMapping(LANG + "/events")
class EventEditor {

    private static final String PAGE = "events/form";

    private final Api api;
    private final Forms forms;
    private final MyOrganizations organizations;

    EventEditor(Api api, Forms forms, MyOrganizations organizations) {
        this.api = api;
        this.forms = forms;
        this.organizations = organizations;
    }

    @GetMapping("/new")
    String blank(Visitor visitor, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("form", EventForm.blank());
        return again(visitor, model);
    }

    @PostMapping("/new")
    ModelAndView create(Visitor visitor, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = EventForm.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var event = api.create(visitor, form.value(Form.KEY), EventForm.body(form), Event.class, "events");
                    return page(visitor, event.id(), "event.create");
                },
                () -> again(visitor, model));
    }

    @GetMapping(ID + "/edit")
    String present(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("form", saved(visitor, id));
        return again(visitor, model, id);
    }

    @PostMapping(ID + "/edit")
    ModelAndView edit(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = EventForm.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    api.replace(visitor, form.value(Form.VERSION), EventForm.body(form), Event.class, "events", id);
                    return page(visitor, id, "event.edit");
                },
                () -> again(visitor, model, id),
                () -> saved(visitor, id));
    }

    /** @throws ProblemException 409 when it cannot be edited now, or not by this person */
    private Form saved(Visitor visitor, String id) {
        var event = api.get(visitor, Event.class, "events", id);
        if (!event.isEditable()) {
            throw ProblemException.of(409, "invalid-transition");
        }
        return EventForm.of(event);
    }

    private String again(Visitor visitor, Model model) {
        model.addAttribute("organizations", organizations.thatMay(visitor, Organization::mayHostEvents));
        return PAGE;
    }

    private String again(Visitor visitor, Model model, String id) {
        model.addAttribute("id", id);
        return again(visitor, model);
    }

    private static String page(Visitor visitor, String id, String done) {
        return "/" + visitor.language().code() + "/events/" + id + "?done=" + done;
    }
}
