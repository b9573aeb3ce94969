package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.organizations.Picks;
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

/** Seats that a host keeps for the members of other organizations, each sent with all that the event says. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/allotments")
class AllotmentController {

    private static final String ORGANIZATION = "organizationId";
    private static final Fields ALLOTMENT = Fields.of("allotment")
            .row(FieldType.REGISTERED.of(ORGANIZATION).required().hinted())
            .row(
                    FieldType.NUMBER.of("seats").required(),
                    FieldType.DATE_TIME.of("releasesAtLocal").required());

    private final Api api;
    private final Forms forms;
    private final Picks picks;
    private final Kind<Event> kind;

    AllotmentController(Api api, Forms forms, Picks picks, Kind<Event> kind) {
        this.api = api;
        this.forms = forms;
        this.picks = picks;
        this.kind = kind;
    }

    @GetMapping
    String list(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var event = event(visitor, id);
        return show(visitor, event, ALLOTMENT.blank().with(Form.VERSION, event.version()), model);
    }

    /** One for an organization: another takes its place. */
    @PostMapping
    ModelAndView keep(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        SignInNeededException.check(visitor);
        var form = ALLOTMENT.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    picks.requireSought(visitor, form);
                    var event = event(visitor, id);
                    var others = others(event, form.value(ORGANIZATION));
                    var all = Stream.concat(others.stream(), Stream.of(form.body()))
                            .toList();
                    try {
                        replace(visitor, form.value(Form.VERSION), event, all);
                    } catch (ProblemException refusal) {
                        throw refusal.errors().isEmpty() ? refusal : ofThisOne(refusal, others.size());
                    }
                    return page(visitor, id) + "?done=" + "allotment.kept";
                },
                () -> show(visitor, event(visitor, id), form, model),
                () -> form.copy().with(Form.VERSION, event(visitor, id).version()));
    }

    @PostMapping("/{organization}/end")
    ModelAndView end(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String organization,
            @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        var event = event(visitor, id);
        replace(visitor, version, event, others(event, organization));
        return Forms.redirect(page(visitor, id) + "?done=" + "allotment.ended");
    }

    private static List<Map<String, Object>> others(Event event, String organization) {
        return event.seats().allotted().stream()
                .filter(one -> !one.organizationId().equals(organization))
                .map(one -> Map.<String, Object>of(
                        ORGANIZATION,
                        one.organizationId(),
                        "seats",
                        one.seats(),
                        "releasesAtLocal",
                        one.releasesAtLocal()))
                .toList();
    }

    /** With all that the event says, as its own form sends it. */
    private void replace(Visitor visitor, String version, Event event, List<Map<String, Object>> allotments) {
        var fields = Objects.requireNonNull(kind.form());
        var body = new LinkedHashMap<>(fields.filled(event, event.version()).body());
        body.put("allotments", allotments);
        api.replace(visitor, version, body, "events", event.id());
    }

    /** {@code /allotments/2/seats} is about the field {@code seats} of the third; the rest is about them all. */
    private static ProblemException ofThisOne(ProblemException refusal, int place) {
        return ProblemException.wrong(refusal.errors().stream()
                .map(one -> new FieldError(
                        one.pointer()
                                .replaceFirst("^/allotments/" + place + "/", "/")
                                .replaceFirst("^/capacity$", "/seats"),
                        one.code(),
                        one.detail()))
                .toList());
    }

    private Event event(Visitor visitor, String id) {
        var event = api.get(visitor, Event.class, "events", id);
        if (!event.isEditable()) {
            throw ProblemException.of(409, "invalid-transition");
        }
        return event;
    }

    private String show(Visitor visitor, Event event, Form form, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute("picks", picks.of(visitor, form));
        return "events/allotments";
    }

    private static String page(Visitor visitor, String id) {
        return "/" + visitor.language().code() + "/events/" + id + "/allotments";
    }
}
