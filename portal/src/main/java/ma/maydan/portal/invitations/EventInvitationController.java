package ma.maydan.portal.invitations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.api.Page;
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

/** The links of an event: made by its host, who reads each once, and opened by whom it invites. */
@Controller
@RequestMapping(LANG + "/events" + ID)
class EventInvitationController {

    private static final String LINKS = "/invitation-links";
    private static final String DAYS = "days";
    private static final int MOST_DAYS = 365;

    private static final Fields FIELDS = Fields.of("invitation")
            .row(FieldType.TEXT.of("label").required().hinted())
            .row(
                    FieldType.NUMBER.of("uses").required().hinted().initially("1"),
                    FieldType.NUMBER.of(DAYS).hinted());

    private final Api api;
    private final Forms forms;
    private final Clock clock;

    EventInvitationController(Api api, Forms forms, Clock clock) {
        this.api = api;
        this.forms = forms;
        this.clock = clock;
    }

    /** What stands in the address of a link is there for no page, and so in no address that goes on from one. */
    @GetMapping(params = "invitation")
    ModelAndView open(
            Visitor visitor, @PathVariable String id, @RequestParam String invitation, HttpServletResponse response) {
        if (invitation.matches(Invited.TOKEN)) {
            response.addCookie(Invited.to(id, invitation));
        }
        return Forms.redirect("/" + visitor.language().code() + "/events/" + id);
    }

    @GetMapping(LINKS)
    String links(
            Visitor visitor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("form", FIELDS.blank());
        return show(visitor, id, cursor, model);
    }

    /** The link is on the page that answers, and nowhere afterwards. */
    @PostMapping(LINKS)
    ModelAndView make(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        SignInNeededException.check(visitor);
        var form = FIELDS.typed(typed);
        return forms.ask(
                visitor,
                form,
                model,
                () -> {
                    var body = body(form);
                    var key = form.value(Form.KEY);
                    model.addAttribute(
                            "made",
                            api.create(visitor, key, body, InvitationLink.class, "events", id, "invitation-links"));
                },
                () -> show(visitor, id, null, model));
    }

    private Map<String, Object> body(Form form) {
        var body = new LinkedHashMap<>(form.body());
        var days = body.remove(DAYS);
        if (days != null) {
            if (!(days instanceof Integer number) || number < 1 || number > MOST_DAYS) {
                throw ProblemException.wrong(List.of(new FieldError("/" + DAYS, "days", null)));
            }
            body.put("until", clock.instant().plus(Duration.ofDays(number)));
        }
        return body;
    }

    @PostMapping(LINKS + "/{link:[0-9a-fA-F-]+}/revoke")
    ModelAndView revoke(Visitor visitor, @PathVariable String id, @PathVariable String link) {
        SignInNeededException.check(visitor);
        api.delete(visitor, "", "events", id, "invitation-links", link);
        return Forms.redirect(
                "/" + visitor.language().code() + "/events/" + id + LINKS + "?done=" + "invitation.revoked");
    }

    private String show(Visitor visitor, String id, @Nullable String cursor, Model model) {
        model.addAttribute("event", api.get(visitor, Event.class, "events", id));
        model.addAttribute("links", links(visitor, id, cursor));
        model.addAttribute("cursor", cursor);
        return "invitations/links";
    }

    private Page<InvitationLink> links(Visitor visitor, String id, @Nullable String cursor) {
        var query = new HashMap<String, String>();
        query.put("cursor", cursor);
        return api.list(visitor, InvitationLink.class, query, "events", id, "invitation-links");
    }
}
