package ma.maydan.portal.organizations;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.error.SignInNeededException;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
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

/** Writes the profile of an organization; who creates one owns it. */
@Controller
@RequestMapping(LANG + "/organizations")
class OrganizationEditor {

    private static final String PAGE = "organizations/form";

    private final Api api;
    private final Forms forms;

    OrganizationEditor(Api api, Forms forms) {
        this.api = api;
        this.forms = forms;
    }

    @GetMapping("/new")
    String blank(Visitor visitor, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("form", OrganizationForm.blank());
        return PAGE;
    }

    @PostMapping("/new")
    ModelAndView create(Visitor visitor, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = OrganizationForm.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var organization = api.create(
                            visitor,
                            form.value(Form.KEY),
                            OrganizationForm.body(form),
                            Organization.class,
                            "organizations");
                    return page(visitor, organization.id(), "organization.create");
                },
                () -> PAGE);
    }

    @GetMapping(ID + "/edit")
    String present(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("form", saved(visitor, id));
        return again(model, id);
    }

    @PostMapping(ID + "/edit")
    ModelAndView edit(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = OrganizationForm.typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    api.replace(
                            visitor,
                            form.value(Form.VERSION),
                            OrganizationForm.body(form),
                            Organization.class,
                            "organizations",
                            id);
                    return page(visitor, id, "organization.edit");
                },
                () -> again(model, id),
                () -> saved(visitor, id));
    }

    /** @throws ProblemException 409 when it cannot be edited now, or not by this person */
    private Form saved(Visitor visitor, String id) {
        var organization = api.get(visitor, Organization.class, "organizations", id);
        if (!organization.isEditable()) {
            throw ProblemException.of(409, "invalid-transition");
        }
        return OrganizationForm.of(organization);
    }

    private static String again(Model model, String id) {
        model.addAttribute("id", id);
        return PAGE;
    }

    private static String page(Visitor visitor, String id, String done) {
        return "/" + visitor.language().code() + "/organizations/" + id + "?done=" + done;
    }
}
