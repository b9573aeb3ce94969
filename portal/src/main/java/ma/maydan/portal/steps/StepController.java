package ma.maydan.portal.steps;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.error.SignInNeededException;
import ma.maydan.portal.form.Body;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
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
@RequestMapping(LANG + "/{collection:organizations|programs|events|partnerships|registrations}" + ID)
class StepController {

    private static final String STEP =
            "/{step:submit|take|verify|reject|suspend|reinstate|publish|request-changes|archive|return|cancel|delete|approve|withdraw|resume}";

    private final Api api;
    private final Forms forms;
    private final Touched touched;

    StepController(Api api, Forms forms, Touched touched) {
        this.api = api;
        this.forms = forms;
        this.touched = touched;
    }

    @GetMapping(STEP)
    String ask(
            Visitor visitor,
            @PathVariable String collection,
            @PathVariable String id,
            @PathVariable("step") String name,
            Model model) {
        SignInNeededException.check(visitor);
        var step = step(collection, name);
        var subject = api.get(visitor, Subject.class, collection, id);
        subject.requireAllowed(name);
        model.addAttribute("form", Form.blank("decision").with(Form.VERSION, subject.version()));
        return page(visitor, collection, subject, step, model);
    }

    @PostMapping(STEP)
    ModelAndView take(
            Visitor visitor,
            @PathVariable String collection,
            @PathVariable String id,
            @PathVariable("step") String name,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        var step = step(collection, name);
        var form = Form.typed("decision", typed);
        if (step.isDirect()) {
            return takeAtOnce(visitor, collection, id, step, form.value(Form.VERSION), model);
        }
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    if (step.deletes()) {
                        api.delete(visitor, form.value(Form.VERSION), collection, id);
                    } else {
                        api.step(
                                visitor,
                                form.value(Form.VERSION),
                                body(step, form),
                                Subject.class,
                                collection,
                                id,
                                name);
                    }
                    return after(visitor, collection, id, step);
                },
                () -> page(visitor, collection, api.get(visitor, Subject.class, collection, id), step, model),
                () -> saved(visitor, collection, id, step, form));
    }

    /** What was typed stays, for the object as it is now. */
    private Form saved(Visitor visitor, String collection, String id, Step step, Form typed) {
        var subject = api.get(visitor, Subject.class, collection, id);
        subject.requireAllowed(step.name());
        return typed.copy().with(Form.VERSION, subject.version());
    }

    private ModelAndView takeAtOnce(
            Visitor visitor, String collection, String id, Step step, String version, Model model) {
        try {
            api.step(visitor, version, null, Subject.class, collection, id, step.name());
            return Forms.redirect(after(visitor, collection, id, step));
        } catch (ProblemException refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            // Something must be filled in first: the page names it and leads to the form.
            model.addAttribute("refusal", forms.refused(visitor, step.kind(), refusal));
            model.addAttribute("step", step);
            model.addAttribute("back", subjectPage(collection, id));
            var page = new ModelAndView("steps/refused", model.asMap());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private static @Nullable Object body(Step step, Form form) {
        var silent = form.localized("reasonText").isEmpty()
                && form.value("reasonCode").isEmpty();
        return switch (step.asks()) {
            case NOTHING, CONFIRMATION -> null;
            case OPTIONAL_REASON -> silent ? Map.of() : reason(form);
            case REASON -> reason(form);
        };
    }

    private static Map<String, Object> reason(Form form) {
        return Body.of(form).text("reasonCode").localized("reasonText").json();
    }

    private String page(Visitor visitor, String collection, Subject subject, Step step, Model model) {
        model.addAttribute("codes", Map.of("reason", step.reasons()));
        model.addAttribute("touched", touched.by(visitor, step, subject.id()));
        model.addAttribute("step", step);
        model.addAttribute("follows", step.follows(subject.circumstances()));
        model.addAttribute("subjectName", subject.name());
        model.addAttribute("action", "/" + collection + "/" + subject.id() + "/" + step.name());
        model.addAttribute("back", subjectPage(collection, subject.id()));
        return "steps/step";
    }

    private static String after(Visitor visitor, String collection, String id, Step step) {
        var page = step.deletes() ? "/me/" + collection : subjectPage(collection, id);
        return "/" + visitor.language().code() + page + "?done=" + step.done();
    }

    /** A registration has no page of its own. */
    private static String subjectPage(String collection, String id) {
        return collection.equals("registrations") ? "/me/registrations" : "/" + collection + "/" + id;
    }

    private static Step step(String collection, String name) {
        return Steps.of(collection)
                .flatMap(steps -> steps.find(name))
                .orElseThrow(() -> ProblemException.of(404, "not-found"));
    }
}
