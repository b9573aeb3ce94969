package ma.maydan.portal.verification;

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
import ma.maydan.portal.kind.Touching;
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

/** The steps by which an organization leaves the register that ask for more than a reason. */
@Controller
@RequestMapping(LANG + "/organizations" + ID + "/{step:propose-revocation|retire}")
class EndingController {

    private static final String ORGANIZATIONS = "organizations";

    /** What each asks for, and how many texts say what follows. */
    private record Asked(Fields fields, int follows) {}

    private static final Map<String, Asked> ASKED = Map.of(
            "propose-revocation",
            new Asked(
                    reasoned(List.of("RULES_BREACH", "NOT_ELIGIBLE", "DUPLICATE", "OTHER"))
                            .row(FieldType.TEXT.of("minutes").required().hinted())
                            .row(FieldType.DATE.of("on").required().hinted()),
                    3),
            "retire",
            new Asked(
                    reasoned(List.of("ORGANIZER_UNABLE", "DUPLICATE", "OTHER"))
                            .row(FieldType.DATE.of("on").required().hinted()),
                    4));

    private final Api api;
    private final Forms forms;
    private final List<Touching> touching;

    EndingController(Api api, Forms forms, List<Touching> touching) {
        this.api = api;
        this.forms = forms;
        this.touching = touching;
    }

    private static Fields reasoned(List<String> reasons) {
        return Fields.of("ending")
                .row(FieldType.CHOICE
                        .of("reasonCode")
                        .from("reason")
                        .only(reasons)
                        .required())
                .row(FieldType.LONG.of("reasonText").required().hinted());
    }

    @GetMapping
    String ask(Visitor visitor, @PathVariable String id, @PathVariable String step, Model model) {
        SignInNeededException.check(visitor);
        var organization = organization(visitor, id);
        organization.requireAllowed(step);
        model.addAttribute("form", asked(step).fields.blank().with(Form.VERSION, organization.version()));
        return page(visitor, organization, step, model);
    }

    @PostMapping
    ModelAndView take(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        SignInNeededException.check(visitor);
        var form = asked(step).fields.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    api.step(
                            visitor,
                            form.value(Form.VERSION),
                            form.body(),
                            Organization.class,
                            ORGANIZATIONS,
                            id,
                            step);
                    return "/" + visitor.language().code() + "/organizations/" + id + "?done=organization." + step;
                },
                () -> page(visitor, organization(visitor, id), step, model),
                () -> form.copy().with(Form.VERSION, organization(visitor, id).version()));
    }

    private static Asked asked(String step) {
        var asked = ASKED.get(step);
        if (asked == null) {
            throw ProblemException.of(404, "not-found");
        }
        return asked;
    }

    private String page(Visitor visitor, Organization organization, String step, Model model) {
        model.addAttribute("organization", organization);
        model.addAttribute("step", step);
        model.addAttribute("follows", asked(step).follows);
        model.addAttribute(
                "touched",
                touching.stream()
                        .filter(one -> one.step().equals("organization." + step))
                        .flatMap(one -> one.by(visitor, organization).stream())
                        .toList());
        return "verification/ending";
    }

    private Organization organization(Visitor visitor, String id) {
        return api.get(visitor, Organization.class, ORGANIZATIONS, id);
    }
}
