package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.Body;
import ma.maydan.portal.form.Field;
import ma.maydan.portal.form.FieldType;
import ma.maydan.portal.form.Fields;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
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

/** Has an event in preparation, or a series, take place on further days. */
@Controller
@RequestMapping(LANG + "/events" + ID + "/series")
class SeriesController {

    private static final String DONE = "event.series";
    private static final String ADDED = "event.dates";
    private static final String DAYS = "days";
    private static final String DAY = "day";
    private static final int MOST_OTHERS = 51;
    private static final Fields SERIES = Fields.of("series")
            .row(
                    FieldType.NUMBER.of("everyWeeks").hinted(),
                    FieldType.NUMBER.of("times").hinted())
            .row(Field.group(DAYS, MOST_OTHERS, FieldType.DATE.of(DAY)).hinted());

    private static final Fields DATES = Fields.of("dates")
            .row(Field.group(DAYS, MOST_OTHERS, FieldType.DATE.of(DAY)).hinted());

    private final Api api;
    private final Forms forms;

    SeriesController(Api api, Forms forms) {
        this.api = api;
        this.forms = forms;
    }

    @GetMapping
    String ask(Visitor visitor, @PathVariable String id, Model model) {
        SignInNeededException.check(visitor);
        var event = event(visitor, id);
        model.addAttribute("form", fields(event).blank().with(Form.VERSION, event.version()));
        return show(event, model);
    }

    @PostMapping
    ModelAndView make(
            Visitor visitor, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        SignInNeededException.check(visitor);
        var event = event(visitor, id);
        var form = fields(event).typed(typed);
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    send(visitor, event, form);
                    return "/" + visitor.language().code() + "/events/" + id + "?done="
                            + (event.mayAddDates() ? ADDED : DONE);
                },
                () -> show(event(visitor, id), model));
    }

    private static Fields fields(Event event) {
        return event.mayAddDates() ? DATES : SERIES;
    }

    private void send(Visitor visitor, Event event, Form form) {
        var version = form.value(Form.VERSION);
        if (event.mayAddDates()) {
            api.step(visitor, version, Map.of(DAYS, days(form)), Event.class, "events", event.id(), "series", "dates");
        } else {
            api.replace(visitor, version, body(form), "events", event.id(), "series");
        }
    }

    /** Without days where none was typed. */
    private static Map<String, Object> body(Form form) {
        var body = Body.of(form).number("everyWeeks").number("times");
        var days = days(form);
        return (days.isEmpty() ? body : body.fixed(DAYS, days)).json();
    }

    /** Without the rows in which they were typed. */
    private static List<?> days(Form form) {
        return ((List<?>) Objects.requireNonNull(form.body().get(DAYS)))
                .stream().map(row -> ((Map<?, ?>) row).get(DAY)).toList();
    }

    /** @throws ProblemException 409 for what gets no further days from this person */
    private Event event(Visitor visitor, String id) {
        var event = api.get(visitor, Event.class, "events", id);
        if (!event.mayBecomeSeries() && !event.mayAddDates()) {
            throw ProblemException.of(409, "invalid-transition");
        }
        return event;
    }

    private static String show(Event event, Model model) {
        model.addAttribute("event", event);
        return "events/series";
    }
}
