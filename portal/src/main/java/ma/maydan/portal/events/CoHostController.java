package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.organizations.Picks;
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

/** Who hosts an event along with its host: the host invites, the invited answer. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/co-hosts")
class CoHostController {

    private static final String PAGE = "events/co-hosts";
    private static final String ENDED = "coHost.end";
    private static final Fields INVITATION = Fields.of("coHost")
            .row(FieldType.REGISTERED.of("organizationId").required().hinted());

    private final Api api;
    private final Forms forms;
    private final Picks picks;

    CoHostController(Api api, Forms forms, Picks picks) {
        this.api = api;
        this.forms = forms;
        this.picks = picks;
    }

    @GetMapping
    String list(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var event = api.get(visitor, Event.class, "events", id);
        return show(visitor, event, INVITATION.blank().with(Form.VERSION, event.version()), model);
    }

    @PostMapping
    ModelAndView invite(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = INVITATION.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    picks.requireSought(visitor, form);
                    var organization = form.value("organizationId");
                    if (!organization.isBlank()) {
                        api.replace(
                                visitor, form.value(Form.VERSION), Map.of(), "events", id, "co-hosts", organization);
                    }
                    return page(visitor, id, organization.isBlank() ? null : "coHost.invite");
                },
                () -> show(visitor, api.get(visitor, Event.class, "events", id), form, model),
                () -> form.copy()
                        .with(
                                Form.VERSION,
                                api.get(visitor, Event.class, "events", id).version()));
    }

    @PostMapping("/{organization}/accept")
    ModelAndView accept(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String organization,
            @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        api.step(visitor, version, null, Event.class, "events", id, "co-hosts", organization, "accept");
        return Forms.redirect(page(visitor, id, "coHost.accept"));
    }

    @PostMapping("/{organization}/end")
    ModelAndView end(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String organization,
            @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        api.delete(visitor, version, "events", id, "co-hosts", organization);
        // Who has declined may not see the event any more.
        return Forms.redirect("/" + visitor.language().code() + "/me?done=" + ENDED);
    }

    private String show(Visitor visitor, Event event, Form form, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute("picks", picks.of(visitor, form));
        return PAGE;
    }

    private static String page(Visitor visitor, String id, @Nullable String done) {
        return "/" + visitor.language().code() + "/events/" + id + "/co-hosts" + (done == null ? "" : "?done=" + done);
    }
}
