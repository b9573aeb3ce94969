package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
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

    private final EventEdits edits;
    private final Forms forms;
    private final Picks picks;

    AllotmentController(EventEdits edits, Forms forms, Picks picks) {
        this.edits = edits;
        this.forms = forms;
        this.picks = picks;
    }

    @GetMapping
    String list(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var event = edits.require(visitor, id);
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
                    var event = edits.require(visitor, id);
                    var others = others(event, form.value(ORGANIZATION));
                    var all = Stream.concat(others.stream(), Stream.of(form.body()))
                            .toList();
                    try {
                        replace(visitor, form.value(Form.VERSION), event, all);
                    } catch (ProblemException refusal) {
                        throw refusal.at(pointer -> ofThisOne(pointer, others.size()));
                    }
                    return page(visitor, id) + "?done=" + "allotment.kept";
                },
                () -> show(visitor, edits.require(visitor, id), form, model),
                () -> form.copy().with(Form.VERSION, edits.require(visitor, id).version()));
    }

    @PostMapping("/{organization}/end")
    ModelAndView end(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String organization,
            @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        var event = edits.require(visitor, id);
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

    private void replace(Visitor visitor, String version, Event event, List<Map<String, Object>> allotments) {
        edits.send(visitor, version, event, Map.of("allotments", allotments));
    }

    /** {@code /allotments/2/seats} is about the field {@code seats} of the third; the rest is about them all. */
    private static String ofThisOne(String pointer, int place) {
        return pointer.replaceFirst("^/allotments/" + place + "/", "/").replaceFirst("^/capacity$", "/seats");
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
