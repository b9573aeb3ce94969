package ma.maydan.portal.events;

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
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Organizations that are asked to do something for an event, and answer: the host asks, those who are asked accept or
 * decline, and either ends it.
 */
abstract class AskedOrganizations {

    private final Api api;
    private final Forms forms;
    private final Picks picks;
    private final String place;
    private final Done done;
    private final Fields invitation;

    /** What is told when somebody is invited, has accepted, or it is ended. */
    record Done(String invited, String accepted, String ended) {}

    /**
     * @param words the prefix of its words
     * @param place beneath the event, in the API, of the page and of its template
     */
    AskedOrganizations(Api api, Forms forms, Picks picks, String words, String place, Done done) {
        this.api = api;
        this.forms = forms;
        this.picks = picks;
        this.place = place;
        this.done = done;
        this.invitation = Fields.of(words)
                .row(FieldType.REGISTERED.of("organizationId").required().hinted());
    }

    @GetMapping
    String list(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var event = api.get(visitor, Event.class, "events", id);
        return show(visitor, event, invitation.blank().with(Form.VERSION, event.version()), model);
    }

    @PostMapping
    ModelAndView invite(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = invitation.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    picks.requireSought(visitor, form);
                    var organization = form.value("organizationId");
                    if (!organization.isBlank()) {
                        api.replace(visitor, form.value(Form.VERSION), Map.of(), "events", id, place, organization);
                    }
                    return page(visitor, id, organization.isBlank() ? null : done.invited());
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
        api.step(visitor, version, null, Event.class, "events", id, place, organization, "accept");
        return Forms.redirect(page(visitor, id, done.accepted()));
    }

    @PostMapping("/{organization}/end")
    ModelAndView end(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String organization,
            @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        api.delete(visitor, version, "events", id, place, organization);
        // Who has declined may not see the event any more.
        return Forms.redirect("/" + visitor.language().code() + "/me?done=" + done.ended());
    }

    private String show(Visitor visitor, Event event, Form form, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute("picks", picks.of(visitor, form));
        return "events/" + place;
    }

    private String page(Visitor visitor, String id, @Nullable String told) {
        return "/" + visitor.language().code() + "/events/" + id + "/" + place + (told == null ? "" : "?done=" + told);
    }
}
