package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
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

/** An organization takes seats for colleagues, and says who comes. */
@Controller
@RequestMapping(LANG)
class ColleagueController {

    private static final String LANGUAGE = "colleague.language";
    private static final String NAMED = "colleague.named";

    /** What is said of a seat that was taken, by its state. */
    private static final Map<String, String> DONE = Map.of(
            "CONFIRMED", "colleague.confirmed",
            "WAITLISTED", "colleague.waitlisted",
            "PENDING_APPROVAL", "colleague.pending_approval");

    private static final Fields SEAT = Fields.of("colleagues")
            .row(FieldType.OWNER.of("organizationId"))
            .row(
                    FieldType.TEXT.of("colleague.name").hinted(),
                    FieldType.ADDRESS.of("colleague.email").hinted())
            .row(FieldType.CHOICE.of(LANGUAGE).from("language").initially("fr"));

    private static final Fields NAME = Fields.of("colleague")
            .row(
                    FieldType.TEXT.of("name").required(),
                    FieldType.ADDRESS.of("email").required())
            .row(FieldType.CHOICE.of("language").from("language").initially("fr"));

    private final Api api;
    private final Forms forms;
    private final MyOrganizations organizations;

    ColleagueController(Api api, Forms forms, MyOrganizations organizations) {
        this.api = api;
        this.forms = forms;
        this.organizations = organizations;
    }

    @GetMapping("/events" + ID + "/colleagues")
    String ask(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("form", SEAT.blank());
        return show(visitor, id, model);
    }

    @PostMapping("/events" + ID + "/colleagues")
    ModelAndView take(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = SEAT.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var seat = api.create(
                            visitor,
                            form.value(Form.KEY),
                            body(form),
                            Registration.class,
                            "events",
                            id,
                            "registrations");
                    return page(visitor, id, DONE.getOrDefault(seat.status(), NAMED));
                },
                () -> show(visitor, id, model));
    }

    /** Who has neither a name nor an address yet is named later. */
    private static Map<String, Object> body(Form form) {
        var body = new LinkedHashMap<String, Object>();
        body.put("organizationId", form.value("organizationId"));
        var name = form.value("colleague.name").strip();
        var email = form.value("colleague.email").strip();
        if (!name.isEmpty() || !email.isEmpty()) {
            var colleague = new LinkedHashMap<String, Object>(Map.of("name", name, "email", email));
            if (!form.value(LANGUAGE).isBlank()) {
                colleague.put("language", form.value(LANGUAGE));
            }
            body.put("colleague", colleague);
        }
        return body;
    }

    private String show(Visitor visitor, String id, Model model) {
        var those = organizations.thatMay(visitor, one -> one.isVerified() && one.mayEdit());
        model.addAttribute("event", api.get(visitor, Event.class, "events", id));
        model.addAttribute("organizations", those);
        model.addAttribute("taken", taken(visitor, id));
        return "registrations/colleagues";
    }

    private List<Registration> taken(Visitor visitor, String id) {
        return api
                .list(visitor, Registration.class, Map.of("limit", "100"), "me", "registrations", "colleagues")
                .items()
                .stream()
                .filter(one -> one.eventId().equals(id) && one.isActive())
                .toList();
    }

    @GetMapping("/registrations" + ID + "/name")
    String askName(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var registration = nameable(visitor, id);
        model.addAttribute("form", NAME.blank().with(Form.VERSION, registration.version()));
        model.addAttribute("registration", registration);
        return "registrations/name";
    }

    @PostMapping("/registrations" + ID + "/name")
    ModelAndView name(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = NAME.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var named = api.step(
                            visitor,
                            form.value(Form.VERSION),
                            form.body(),
                            Registration.class,
                            "registrations",
                            id,
                            "name");
                    return page(visitor, named.eventId(), NAMED);
                },
                () -> {
                    model.addAttribute("registration", api.get(visitor, Registration.class, "registrations", id));
                    return "registrations/name";
                },
                () -> form.copy().with(Form.VERSION, nameable(visitor, id).version()));
    }

    private Registration nameable(Visitor visitor, String id) {
        var registration = api.get(visitor, Registration.class, "registrations", id);
        if (!registration.isNameable()) {
            throw ProblemException.of(409, "invalid-transition");
        }
        return registration;
    }

    private static String page(Visitor visitor, String eventId, String done) {
        return "/" + visitor.language().code() + "/events/" + eventId + "/colleagues?done=" + done;
    }
}
