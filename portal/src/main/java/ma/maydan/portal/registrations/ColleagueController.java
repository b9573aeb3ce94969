package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.form.Field;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.organizations.MyOrganizations;
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

/** What an organization has taken for colleagues; it takes more, and says who comes. */
@Controller
@RequestMapping(LANG)
class ColleagueController {

    private static final String NAMED = "colleague.named";

    /** In one form. */
    private static final int MOST = 20;

    /** What is said of a seat that was taken, by its state. */
    private static final Map<String, String> DONE = Map.of(
            "CONFIRMED", "colleague.confirmed",
            "WAITLISTED", "colleague.waitlisted",
            "PENDING_APPROVAL", "colleague.pending_approval");

    private static final Fields SEATS = Fields.of("colleagues")
            .row(FieldType.OWNER.of("organizationId"))
            .row(Field.group("who", MOST, FieldType.TEXT.of("name"), FieldType.ADDRESS.of("email"))
                    .hinted())
            .row(FieldType.CHOICE.of("language").from("language").initially("fr"));

    private static final Fields NAME = Fields.of("colleague")
            .row(
                    FieldType.TEXT.of("name").required(),
                    FieldType.ADDRESS.of("email").required())
            .row(FieldType.CHOICE.of("language").from("language").initially("fr"));

    private final Api api;
    private final Forms forms;
    private final OwnRegistrations own;
    private final MyOrganizations organizations;

    ColleagueController(Api api, Forms forms, OwnRegistrations own, MyOrganizations organizations) {
        this.api = api;
        this.forms = forms;
        this.own = own;
        this.organizations = organizations;
    }

    @GetMapping("/events" + ID + "/colleagues")
    String taken(
            Visitor visitor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("event", api.get(visitor, Event.class, "events", id));
        model.addAttribute("taken", own.colleagues(visitor, id, cursor));
        model.addAttribute("cursor", cursor);
        return "registrations/colleagues";
    }

    @GetMapping("/events" + ID + "/colleagues/new")
    String ask(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("form", SEATS.blank());
        return show(visitor, id, model);
    }

    @PostMapping("/events" + ID + "/colleagues/new")
    ModelAndView take(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        SignInNeededException.check(visitor);
        var form = SEATS.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var seats = new Taken(api, visitor, id).of(form);
                    var done = seats.size() > 1
                            ? "colleague.several"
                            : DONE.get(seats.getFirst().status());
                    return page(visitor, id, done == null ? NAMED : done);
                },
                () -> show(visitor, id, model));
    }

    private String show(Visitor visitor, String id, Model model) {
        model.addAttribute("event", api.get(visitor, Event.class, "events", id));
        model.addAttribute("organizations", organizations.thatMay(visitor, one -> one.isVerified() && one.mayEdit()));
        return "registrations/take";
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
