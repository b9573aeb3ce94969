package ma.maydan.portal.verification;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
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

/** How an owner says something against a rejection, or against a revocation that is proposed. */
@Controller
@RequestMapping(LANG + "/organizations" + ID + "/{step:appeal|hearing}")
class AppealController {

    private static final String ORGANIZATIONS = "organizations";

    private final Api api;
    private final Forms forms;

    AppealController(Api api, Forms forms) {
        this.api = api;
        this.forms = forms;
    }

    @GetMapping
    String ask(Visitor visitor, @PathVariable String id, @PathVariable String step, Model model) {
        SignInNeededException.check(visitor);
        var file = file(visitor, id);
        if (!file.may(step)) {
            throw ProblemException.impossible(file.allowedTransitions());
        }
        model.addAttribute("form", Fields.of(step).blank().with(Form.VERSION, file.version()));
        return page(visitor, file, step, model);
    }

    @PostMapping
    ModelAndView send(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        SignInNeededException.check(visitor);
        var form = Fields.of(step).typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    api.step(
                            visitor,
                            form.value(Form.VERSION),
                            Map.of("text", form.value("text").strip()),
                            Organization.class,
                            ORGANIZATIONS,
                            id,
                            step);
                    return "/" + visitor.language().code() + "/organizations/" + id + "/case?done=organization." + step;
                },
                () -> page(visitor, file(visitor, id), step, model),
                () -> form.copy().with(Form.VERSION, file(visitor, id).version()));
    }

    private String page(Visitor visitor, Case file, String step, Model model) {
        model.addAttribute("step", step);
        model.addAttribute("organization", api.get(visitor, Organization.class, ORGANIZATIONS, file.id()));
        model.addAttribute("file", file);
        return "verification/appeal";
    }

    private Case file(Visitor visitor, String id) {
        return api.get(visitor, Case.class, ORGANIZATIONS, id, "case");
    }
}
