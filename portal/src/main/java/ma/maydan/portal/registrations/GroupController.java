package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.LinkedHashMap;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.organizations.MyOrganizations;
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

/** An organization takes several seats at once, and says later who comes. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/colleagues/group")
class GroupController {

    private static final String TOGETHER = "together";
    private static final Fields GROUP = Fields.of("group")
            .row(FieldType.OWNER.of("organizationId"))
            .row(
                    FieldType.NUMBER.of("seats").required().initially("2"),
                    FieldType.CHOICE
                            .of(TOGETHER)
                            .from("group.together")
                            .required()
                            .initially("ALL")
                            .hinted());

    private final Api api;
    private final Forms forms;
    private final MyOrganizations organizations;

    GroupController(Api api, Forms forms, MyOrganizations organizations) {
        this.api = api;
        this.forms = forms;
        this.organizations = organizations;
    }

    @GetMapping
    String ask(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("form", GROUP.blank());
        return show(visitor, id, model);
    }

    @PostMapping
    ModelAndView take(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        SignInNeededException.check(visitor);
        var form = GROUP.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var body = new LinkedHashMap<String, Object>(form.body());
                    body.put(TOGETHER, "ALL".equals(body.get(TOGETHER)));
                    api.create(visitor, form.value(Form.KEY), body, Taken.class, "events", id, "registration-groups");
                    return "/" + visitor.language().code() + "/events/" + id + "/colleagues?done=" + "group.taken";
                },
                () -> show(visitor, id, model));
    }

    /** What the list of seats shows anyway. */
    record Taken() {}

    private String show(Visitor visitor, String id, Model model) {
        model.addAttribute("event", api.get(visitor, Event.class, "events", id));
        model.addAttribute("organizations", organizations.thatMay(visitor, one -> one.isVerified() && one.mayEdit()));
        return "registrations/group";
    }
}
