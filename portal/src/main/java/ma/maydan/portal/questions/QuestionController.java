package ma.maydan.portal.questions;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.events.EventEdits;
import ma.maydan.portal.events.Question;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
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

/** What is asked of who registers: one question after the other, each sent with all that the event says. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/questions")
class QuestionController {

    private static final Fields UNTIL = Fields.of("question")
            .row(FieldType.DATE_TIME.of("answersUntilLocal").hinted());
    private static final String QUESTION = "/{question:[A-Za-z][0-9A-Za-z-]*}";

    private final EventEdits edits;
    private final Forms forms;

    QuestionController(EventEdits edits, Forms forms) {
        this.edits = edits;
        this.forms = forms;
    }

    @GetMapping
    String all(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var event = edits.require(visitor, id);
        model.addAttribute("form", QuestionForm.FIELDS.blank().with(Form.VERSION, event.version()));
        return show(event, null, model);
    }

    @GetMapping(QUESTION)
    String one(Visitor visitor, @PathVariable String id, @PathVariable String question, Model model) {
        SignInNeededException.check(visitor);
        var event = edits.require(visitor, id);
        var asked = require(event, question);
        model.addAttribute("form", QuestionForm.of(asked, event.version()));
        return show(event, asked, model);
    }

    @PostMapping
    ModelAndView add(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        SignInNeededException.check(visitor);
        return send(visitor, edits.require(visitor, id), null, typed, model);
    }

    @PostMapping(QUESTION)
    ModelAndView change(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        SignInNeededException.check(visitor);
        var event = edits.require(visitor, id);
        return send(visitor, event, require(event, question), typed, model);
    }

    @PostMapping(QUESTION + "/remove")
    ModelAndView remove(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String question,
            @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        var event = edits.require(visitor, id);
        var left = event.asked().stream()
                .filter(one -> !one.id().equals(question))
                .filter(one ->
                        one.shownWhen() == null || !one.shownWhen().question().equals(question))
                .map(QuestionForm::json)
                .toList();
        replace(visitor, version, event, left);
        return Forms.redirect(page(visitor, id) + "?done=" + "question.removed");
    }

    /** One place further to the front. */
    @PostMapping(QUESTION + "/up")
    ModelAndView up(
            Visitor visitor,
            @PathVariable String id,
            @PathVariable String question,
            @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        var event = edits.require(visitor, id);
        var place = event.asked().indexOf(require(event, question));
        if (place > 0) {
            var all = new ArrayList<>(event.asked());
            Collections.swap(all, place, place - 1);
            replace(
                    visitor,
                    version,
                    event,
                    all.stream().map(QuestionForm::json).toList());
        }
        return Forms.redirect(page(visitor, id) + "?done=" + "question.saved");
    }

    @GetMapping("/until")
    String until(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var event = edits.require(visitor, id);
        model.addAttribute(
                "form",
                UNTIL.blank().with(Form.VERSION, event.version()).with("answersUntilLocal", event.answersUntilLocal()));
        model.addAttribute("event", event);
        return "questions/until";
    }

    @PostMapping("/until")
    ModelAndView setUntil(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        SignInNeededException.check(visitor);
        var form = UNTIL.typed(typed);
        var event = edits.require(visitor, id);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var changed = new LinkedHashMap<String, Object>(form.body());
                    changed.put(
                            "questions",
                            event.asked().stream().map(QuestionForm::json).toList());
                    edits.send(visitor, form.value(Form.VERSION), event, changed);
                    return page(visitor, id) + "?done=" + "question.saved";
                },
                () -> {
                    model.addAttribute("event", event);
                    return "questions/until";
                });
    }

    private ModelAndView send(
            Visitor visitor, Event event, @Nullable Question before, MultiValueMap<String, String> typed, Model model) {
        var form = QuestionForm.FIELDS.typed(typed);
        var all = new ArrayList<>(event.asked().stream().map(QuestionForm::json).toList());
        var place = before == null ? all.size() : event.asked().indexOf(before);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var json = QuestionForm.json(form, before);
                    if (before == null) {
                        all.add(json);
                    } else {
                        all.set(place, json);
                    }
                    try {
                        replace(visitor, form.value(Form.VERSION), event, all);
                    } catch (ProblemException refusal) {
                        throw refusal.at(pointer -> ofThisOne(pointer, place));
                    }
                    return page(visitor, event.id()) + "?done=" + "question.saved";
                },
                () -> show(event, before, model),
                () -> form.copy()
                        .with(Form.VERSION, edits.require(visitor, event.id()).version()));
    }

    private void replace(Visitor visitor, String version, Event event, List<Map<String, Object>> questions) {
        var until = event.answersUntilLocal();
        edits.send(
                visitor,
                version,
                event,
                until == null
                        ? Map.of("questions", questions)
                        : Map.of("questions", questions, "answersUntilLocal", until));
    }

    /** {@code /questions/2/options/0/label/fr} is about the field {@code options.0.fr} of the third question. */
    private static String ofThisOne(String pointer, int place) {
        return pointer.replaceFirst("^/questions/" + place + "/", "/").replaceFirst("^(/options/[0-9]+)/label", "$1");
    }

    private static Question require(Event event, String question) {
        return event.asked().stream()
                .filter(one -> one.id().equals(question))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(404, "not-found"));
    }

    private static String show(Event event, @Nullable Question question, Model model) {
        var earlier = question == null
                ? event.asked()
                : event.asked().subList(0, event.asked().indexOf(question));
        model.addAttribute("event", event);
        model.addAttribute("question", question);
        model.addAttribute(
                "deciding",
                earlier.stream()
                        .filter(one -> one.kind().equals("CHOICE") || one.isConsent())
                        .toList());
        return "questions/questions";
    }

    private static String page(Visitor visitor, String id) {
        return "/" + visitor.language().code() + "/events/" + id + "/questions";
    }
}
