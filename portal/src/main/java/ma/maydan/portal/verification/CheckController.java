package ma.maydan.portal.verification;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.organizations.Organization;
import ma.maydan.portal.page.Codes;
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

/** What the staff says of a case: what came of looking at each side of it, and notes to each other. */
@Controller
@RequestMapping(LANG + "/organizations" + ID)
class CheckController {

    private static final String ORGANIZATIONS = "organizations";
    private static final String CHECKS = "checks";
    private static final String NOTED = "case.noted";

    private final Api api;
    private final Forms forms;
    private final Codes codes;

    CheckController(Api api, Forms forms, Codes codes) {
        this.api = api;
        this.forms = forms;
        this.codes = codes;
    }

    @GetMapping("/" + CHECKS)
    String ask(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var file = file(visitor, id);
        if (!file.may(CHECKS)) {
            throw ProblemException.impossible(file.allowedTransitions());
        }
        model.addAttribute("form", saved(file));
        return show(visitor, file, model);
    }

    @PostMapping("/" + CHECKS)
    ModelAndView check(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        SignInNeededException.check(visitor);
        var form = fields().typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    send(visitor, id, form);
                    return page(visitor, id) + "/case?done=organization." + CHECKS;
                },
                () -> show(visitor, file(visitor, id), model),
                () -> saved(file(visitor, id)));
    }

    private void send(Visitor visitor, String id, Form form) {
        var made = all().stream()
                .filter(check -> !form.value("result." + check).isEmpty())
                .toList();
        var body = Map.of(CHECKS, made.stream().map(check -> said(form, check)).toList());
        try {
            api.replace(visitor, form.value(Form.VERSION), body, ORGANIZATIONS, id, CHECKS);
        } catch (ProblemException refusal) {
            // Of the third that was sent, say, by its name: /checks/2/reason.
            throw refusal.at(pointer -> {
                var parts = pointer.split("/", -1);
                return parts.length == 4 ? "/" + parts[3] + "/" + made.get(Integer.parseInt(parts[2])) : pointer;
            });
        }
    }

    private static Map<String, String> said(Form form, String check) {
        var said = new TreeMap<String, String>();
        said.put("check", check);
        said.put("result", form.value("result." + check));
        var reason = form.value("reason." + check).strip();
        if (!reason.isEmpty()) {
            said.put("reason", reason);
        }
        return said;
    }

    @PostMapping("/note")
    ModelAndView note(
            Visitor visitor,
            @PathVariable String id,
            @RequestParam(Form.VERSION) String version,
            @RequestParam String text) {
        SignInNeededException.check(visitor);
        api.step(visitor, version, Map.of("text", text.strip()), Organization.class, ORGANIZATIONS, id, "note");
        return Forms.redirect(page(visitor, id) + "/case?done=" + NOTED);
    }

    private List<String> all() {
        return codes.of("check");
    }

    private Fields fields() {
        var fields = Fields.of("checks");
        for (var check : all()) {
            fields = fields.row(
                    FieldType.CHOICE.of("result." + check).from("check.result"), FieldType.TEXT.of("reason." + check));
        }
        return fields;
    }

    private Form saved(Case file) {
        var form = fields().blank().with(Form.VERSION, file.version());
        for (var check : file.checks() == null ? List.<Case.Check>of() : file.checks()) {
            form.with("result." + check.check(), check.result()).with("reason." + check.check(), check.reason());
        }
        return form;
    }

    private String show(Visitor visitor, Case file, Model model) {
        model.addAttribute("organization", api.get(visitor, Organization.class, ORGANIZATIONS, file.id()));
        model.addAttribute("file", file);
        model.addAttribute("all", all());
        return "verification/checks";
    }

    private Case file(Visitor visitor, String id) {
        return api.get(visitor, Case.class, ORGANIZATIONS, id, "case");
    }

    private static String page(Visitor visitor, String id) {
        return "/" + visitor.language().code() + "/organizations/" + id;
    }
}
