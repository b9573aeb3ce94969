package ma.maydan.portal.steps;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.form.Scope;
import ma.maydan.portal.kind.Item;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Step;
import ma.maydan.portal.kind.Touching;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes steps: says what follows and asks for the reason where one is due, then does it. */
@Controller
@RequestMapping(LANG + "/{kind}" + ID + "/{step}")
class StepController {

    private final Api api;
    private final Forms forms;
    private final List<Touching> touching;

    StepController(Api api, Forms forms, List<Touching> touching) {
        this.api = api;
        this.forms = forms;
        this.touching = touching;
    }

    @GetMapping
    String ask(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @PathVariable String id,
            @PathVariable("step") String name,
            Model model) {
        SignInNeededException.check(visitor);
        var step = step(kind, name);
        var item = item(visitor, kind, id, step);
        var form = Reasons.of(step).blank().with(Form.VERSION, item.version());
        model.addAttribute("form", item.isOneOfSeveral() ? Scope.asked(form) : form);
        return page(visitor, kind, item, step, model);
    }

    @PostMapping
    ModelAndView take(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @PathVariable String id,
            @PathVariable("step") String name,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        var step = step(kind, name);
        var form = Reasons.of(step).typed(typed);
        if (step.isDirect()) {
            return takeAtOnce(visitor, kind, id, step, form, model);
        }
        return forms.send(
                visitor,
                form,
                model,
                () -> take(visitor, kind, id, step, form),
                () -> page(visitor, kind, api.get(visitor, kind.type(), kind.address(), id), step, model),
                () -> form.copy()
                        .with(Form.VERSION, item(visitor, kind, id, step).version()));
    }

    private String take(Visitor visitor, Kind<?> kind, String id, Step step, Form form) {
        var version = form.value(Form.VERSION);
        String page;
        if (step.deletes()) {
            api.delete(visitor, version, Scope.query(form), kind.address(), id);
            page = "/me/" + kind.address();
        } else {
            page = kind.page(api.step(
                    visitor,
                    version,
                    Scope.query(form),
                    Reasons.body(step, form),
                    kind.type(),
                    kind.address(),
                    id,
                    step.name()));
        }
        return "/" + visitor.language().code() + page + "?done=" + step.done();
    }

    private ModelAndView takeAtOnce(Visitor visitor, Kind<?> kind, String id, Step step, Form form, Model model) {
        try {
            return Forms.redirect(take(visitor, kind, id, step, form));
        } catch (ProblemException refusal) {
            var fields = kind.form();
            if (refusal.errors().isEmpty() || fields == null) {
                throw refusal;
            }
            // Something must be filled in first: the page names it and leads to the form.
            model.addAttribute("refusal", forms.refused(visitor, fields, refusal));
            model.addAttribute("step", step);
            model.addAttribute("back", kind.page(id));
            var page = new ModelAndView("steps/refused", model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    /** @throws ProblemException 409 when the step cannot be taken now, or not by this person */
    private Item item(Visitor visitor, Kind<?> kind, String id, Step step) {
        Item item = api.get(visitor, kind.type(), kind.address(), id);
        item.requireAllowed(step.name());
        return item;
    }

    private String page(Visitor visitor, Kind<?> kind, Item item, Step step, Model model) {
        model.addAttribute(
                "touched",
                touching.stream()
                        .filter(one -> one.step().equals(step.done()))
                        .flatMap(one -> one.by(visitor, item).stream())
                        .toList());
        model.addAttribute("step", step);
        model.addAttribute("follows", step.follows(item.circumstances()));
        model.addAttribute("subjectName", item.title());
        model.addAttribute("action", "/" + kind.address() + "/" + item.id() + "/" + step.name());
        model.addAttribute("back", kind.page(item));
        return "steps/step";
    }

    private static Step step(Kind<?> kind, String name) {
        return kind.steps().find(name).orElseThrow(() -> ProblemException.of(404, "not-found"));
    }
}
