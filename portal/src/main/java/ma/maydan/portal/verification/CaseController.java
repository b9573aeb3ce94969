package ma.maydan.portal.verification;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.FieldError;
import ma.maydan.portal.api.Nameless;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.organizations.Organization;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import ma.maydan.starter.web.BodyLimitFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The case of an organization: what it gives, how it submits, and what it is asked for. */
@Controller
@RequestMapping(LANG + "/organizations" + ID)
class CaseController {

    private static final String ORGANIZATIONS = "organizations";
    private static final String EVIDENCE = "evidence";
    private static final String ITEM = "/evidence/{item:[A-Z_]+}";
    private static final String GIVEN = "evidence.given";
    private static final String REMOVED = "evidence.removed";
    private static final String SUBMIT = "submit";
    private static final String RENEW = "renew";
    private static final String DECLARE = "{step:" + SUBMIT + "|" + RENEW + "}";
    private static final String REQUEST = "request-info";
    private static final String PROVIDE = "provide-info";

    private static final Fields NOTHING = Fields.of("case");

    private final Api api;
    private final Forms forms;
    private final Questions questions;

    CaseController(Api api, Forms forms, Questions questions) {
        this.api = api;
        this.forms = forms;
        this.questions = questions;
    }

    @GetMapping("/case")
    String show(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var file = file(visitor, id);
        model.addAttribute("form", NOTHING.blank().with(Form.VERSION, file.version()));
        return page(visitor, file, "case", model);
    }

    @PostMapping(ITEM)
    ModelAndView give(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model) {
        return send(visitor, id, NOTHING.typed(typed), "case", model, form -> {
            var parts = new LinkedMultiValueMap<String, Object>();
            parts.add("file", new Nameless(fitting(file)));
            api.sendWith(Map.of("item", item), visitor, form.value(Form.VERSION), parts, ORGANIZATIONS, id, EVIDENCE);
            return "/case?done=" + GIVEN;
        });
    }

    /** What is none, or too large, the service is not asked about. */
    private static MultipartFile fitting(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw ProblemException.wrong(List.of(new FieldError("/file", "no-file", null)));
        }
        if (file.getSize() > BodyLimitFilter.FILE) {
            throw ProblemException.wrong(List.of(new FieldError("/file", "file-too-large", null)));
        }
        return file;
    }

    @PostMapping(ITEM + "/remove")
    ModelAndView takeBack(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        return send(visitor, id, NOTHING.typed(typed), "case", model, form -> {
            api.delete(visitor, form.value(Form.VERSION), Map.of("item", item), ORGANIZATIONS, id, EVIDENCE);
            return "/case?done=" + REMOVED;
        });
    }

    @GetMapping("/" + DECLARE)
    String declare(Visitor visitor, @PathVariable String id, @PathVariable String step, Model model) {
        model.addAttribute("step", step);
        return ask(visitor, id, step, "declare", NOTHING, model);
    }

    @PostMapping("/" + DECLARE)
    ModelAndView declared(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        model.addAttribute("step", step);
        return send(visitor, id, NOTHING.typed(typed), "declare", model, form -> {
            var declared = Map.of(
                    "declaration",
                    form.value("declaration"),
                    "language",
                    visitor.language().code());
            return step(visitor, id, form, declared, step);
        });
    }

    @GetMapping("/" + REQUEST)
    String question(Visitor visitor, @PathVariable String id, Model model) {
        return ask(visitor, id, REQUEST, REQUEST, questions(file(visitor, id)), model);
    }

    @PostMapping("/" + REQUEST)
    ModelAndView request(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        return send(
                visitor,
                id,
                questions(file(visitor, id)).typed(typed),
                REQUEST,
                model,
                form -> step(visitor, id, form, Map.of("items", questions.of(form)), REQUEST));
    }

    @GetMapping("/" + PROVIDE)
    String answers(Visitor visitor, @PathVariable String id, Model model) {
        return ask(visitor, id, PROVIDE, PROVIDE, NOTHING, model);
    }

    @PostMapping("/" + PROVIDE)
    ModelAndView provide(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        return send(visitor, id, NOTHING.typed(typed), PROVIDE, model, form -> {
            var info = file(visitor, id).info();
            var answers = IntStream.range(0, info == null ? 0 : info.items().size())
                    .mapToObj(i -> answer(form, "answers." + i))
                    .toList();
            return step(visitor, id, form, Map.of("answers", answers), PROVIDE);
        });
    }

    /** @throws ProblemException 422 where neither is said */
    private static Map<String, String> answer(Form form, String field) {
        var text = form.value(field + ".text").strip();
        if (text.isEmpty() && form.all(field + ".none").isEmpty()) {
            var at = "/" + field.replace('.', '/') + "/text";
            throw ProblemException.wrong(List.of(new FieldError(at, "no-answer", null)));
        }
        return text.isEmpty() ? Map.of() : Map.of("text", text);
    }

    private static Fields questions(Case file) {
        return Fields.of("question")
                .row(FieldType.CHOICES
                        .of("documents")
                        .from("evidence.item")
                        .only(file.checkList().stream().map(Case.Item::item).toList())
                        .hinted())
                .row(FieldType.LONG.of("question").hinted());
    }

    private interface Sending {
        /** Answers the page that comes next, beneath the organization's. */
        String send(Form form);
    }

    private ModelAndView send(Visitor visitor, String id, Form form, String view, Model model, Sending sending) {
        SignInNeededException.check(visitor);
        return forms.send(
                visitor,
                form,
                model,
                () -> at(visitor, id) + sending.send(form),
                () -> page(visitor, file(visitor, id), view, model),
                () -> form.copy().with(Form.VERSION, file(visitor, id).version()));
    }

    private String step(Visitor visitor, String id, Form form, Object body, String step) {
        api.step(visitor, form.value(Form.VERSION), body, Organization.class, ORGANIZATIONS, id, step);
        return "?done=organization." + step;
    }

    private String ask(Visitor visitor, String id, String step, String view, Fields fields, Model model) {
        SignInNeededException.check(visitor);
        var file = file(visitor, id);
        if (!file.may(step)) {
            throw ProblemException.impossible(file.allowedTransitions());
        }
        model.addAttribute("form", fields.blank().with(Form.VERSION, file.version()));
        return page(visitor, file, view, model);
    }

    private String page(Visitor visitor, Case file, String view, Model model) {
        model.addAttribute("organization", api.get(visitor, Organization.class, ORGANIZATIONS, file.id()));
        model.addAttribute("file", file);
        return "verification/" + view;
    }

    private Case file(Visitor visitor, String id) {
        return api.get(visitor, Case.class, ORGANIZATIONS, id, "case");
    }

    private static String at(Visitor visitor, String id) {
        return "/" + visitor.language().code() + "/organizations/" + id;
    }
}
