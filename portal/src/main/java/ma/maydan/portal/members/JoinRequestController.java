package ma.maydan.portal.members;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.organizations.Organization;
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

/** Somebody asks to belong to an organization, and its owner answers. */
@Controller
@RequestMapping(LANG + "/organizations" + ID + "/join")
class JoinRequestController {

    private static final String REQUESTS = "join-requests";
    private static final Map<String, String> OPEN = Map.of("limit", "100");

    private static final Map<String, String> DONE = Map.of("accept", "joining.accept", "refuse", "joining.refuse");

    private static final Fields ACCEPT = Fields.of("joining")
            .row(FieldType.CHOICE
                    .of("role")
                    .from("organization.role")
                    .initially("VIEWER")
                    .required());

    private static final Fields REFUSE = Fields.of("decision")
            .row(FieldType.CHOICE
                    .of("reasonCode")
                    .from("reason")
                    .only(List.of("NOT_ELIGIBLE", "DUPLICATE", "OTHER"))
                    .required())
            .row(FieldType.LONG.of("reasonText").required().hinted());

    private final Api api;
    private final Forms forms;

    JoinRequestController(Api api, Forms forms) {
        this.api = api;
        this.forms = forms;
    }

    @GetMapping
    String ask(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        organization(visitor, id, model);
        model.addAttribute("key", Fields.of("joining").blank().value(Form.KEY));
        model.addAttribute(
                "open",
                api.list(visitor, JoinRequest.class, OPEN, "me", REQUESTS).items().stream()
                        .filter(one -> one.organizationId().equals(id))
                        .findFirst()
                        .orElse(null));
        return "members/join";
    }

    @PostMapping
    ModelAndView asked(Visitor visitor, @PathVariable String id, @RequestParam(Form.KEY) String key) {
        SignInNeededException.check(visitor);
        api.create(visitor, key, Map.of(), JoinRequest.class, "organizations", id, REQUESTS);
        return Forms.redirect(page(visitor, id, "/join", "joining.asked"));
    }

    @PostMapping("/{request}/withdraw")
    ModelAndView withdraw(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String request,
            @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        api.step(visitor, version, null, JoinRequest.class, REQUESTS, request, "withdraw");
        return Forms.redirect(page(visitor, id, "/join", "joining.withdrawn"));
    }

    @GetMapping("/{request}/{step:accept|refuse}")
    String answer(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String request,
            @PathVariable String step,
            Model model) {
        SignInNeededException.check(visitor);
        var open = answerable(visitor, request, step);
        model.addAttribute("form", fields(step).blank().with(Form.VERSION, open.version()));
        return show(visitor, id, open, step, model);
    }

    @PostMapping("/{request}/{step:accept|refuse}")
    ModelAndView answered(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String request,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        SignInNeededException.check(visitor);
        var form = fields(step).typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    api.step(
                            visitor, form.value(Form.VERSION), form.body(), JoinRequest.class, REQUESTS, request, step);
                    return page(visitor, id, "/members", DONE.getOrDefault(step, ""));
                },
                () -> show(visitor, id, api.get(visitor, JoinRequest.class, REQUESTS, request), step, model),
                () -> form.copy()
                        .with(Form.VERSION, answerable(visitor, request, step).version()));
    }

    private JoinRequest answerable(Visitor visitor, String request, String step) {
        var open = api.get(visitor, JoinRequest.class, REQUESTS, request);
        if (!open.may(step)) {
            throw ProblemException.of(409, "invalid-transition");
        }
        return open;
    }

    private String show(Visitor visitor, String id, JoinRequest request, String step, Model model) {
        organization(visitor, id, model);
        model.addAttribute("request", request);
        model.addAttribute("step", step);
        return "members/answer";
    }

    private void organization(Visitor visitor, String id, Model model) {
        model.addAttribute("organization", api.get(visitor, Organization.class, "organizations", id));
    }

    private static Fields fields(String step) {
        return step.equals("accept") ? ACCEPT : REFUSE;
    }

    private static String page(Visitor visitor, String id, String page, String done) {
        return "/" + visitor.language().code() + "/organizations/" + id + page + "?done=" + done;
    }
}
