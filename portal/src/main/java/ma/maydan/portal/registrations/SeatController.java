package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Served;
import ma.maydan.portal.events.Event;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.page.Visitor;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a guest has, or an organization took for somebody, by the link of their mail. Nobody need be signed in; to open the
 * link changes nothing, since programs open it that look at mails.
 */
@Controller
@RequestMapping(LANG + "/seats/{key:[A-Za-z0-9-]+}")
class SeatController {

    private static final String PAGE = "registrations/seat";
    private static final String ACCEPTED = "seat.accept";

    private final Api api;
    private final Forms forms;

    SeatController(Api api, Forms forms) {
        this.api = api;
        this.forms = forms;
    }

    @Bean
    static Served seats() {
        return new Served() {

            @Override
            public String service() {
                return "events";
            }

            @Override
            public List<String> paths() {
                return List.of("seats");
            }
        };
    }

    /** What it is, and for which event; see the API. */
    public record Seat(
            long version,
            String eventId,
            @Nullable LocalizedText eventTitle,
            @Nullable LocalDateTime eventStartsAtLocal,
            @Nullable String eventZone,
            Taken seat,
            @Nullable List<Answer> answers,
            @Nullable Instant answersUntil,
            @Nullable Boolean answersChangeable,
            List<String> allowedTransitions) {

        public List<Answer> given() {
            return answers == null ? List.of() : answers;
        }

        public boolean isAnswerable() {
            return Boolean.TRUE.equals(answersChangeable);
        }

        public boolean may(String transition) {
            return allowedTransitions.contains(transition);
        }
    }

    /** Who has what, and by whom; until when a guest has to confirm; whether it is an account's from now on. */
    public record Taken(
            @Nullable String personName,
            @Nullable LocalizedText organizationName,
            String status,
            @Nullable Long position,
            @Nullable Instant offeredUntil,
            @Nullable Instant confirmUntil,
            @Nullable Boolean ofAccount) {}

    @GetMapping
    String show(Visitor visitor, @PathVariable String key, Model model) {
        model.addAttribute("taken", seat(visitor, key));
        return PAGE;
    }

    @PostMapping("/accept")
    ModelAndView accept(Visitor visitor, @PathVariable String key, @RequestParam(Form.VERSION) String version) {
        api.step(nobody(visitor), version, null, Seat.class, "seats", key, "accept");
        return Forms.redirect("/" + visitor.language().code() + "/seats/" + key + "?done=" + ACCEPTED);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(Visitor visitor, @PathVariable String key, @RequestParam(Form.VERSION) String version) {
        var seat = api.step(nobody(visitor), version, null, Seat.class, "seats", key, "confirm");
        var home = "/" + visitor.language().code();
        return Forms.redirect(
                Boolean.TRUE.equals(seat.seat().ofAccount())
                        ? home + "/events/" + seat.eventId() + "?done=" + "seat.ofAccount"
                        : home + "/seats/" + key + "?done=" + "seat.confirm");
    }

    @GetMapping("/answers")
    String answers(Visitor visitor, @PathVariable String key, Model model) {
        var seat = seat(visitor, key);
        model.addAttribute("form", AnswerForm.filled(seat.version(), seat.given()));
        return answers(visitor, seat, model);
    }

    @PostMapping("/answers")
    ModelAndView answer(
            Visitor visitor, @PathVariable String key, @RequestParam MultiValueMap<String, String> typed, Model model) {
        var form = AnswerForm.FIELDS.typed(typed);
        var seat = seat(visitor, key);
        var event = api.get(nobody(visitor), Event.class, "events", seat.eventId());
        return forms.send(
                visitor,
                form,
                model,
                () -> {
                    var answers = Map.of("answers", AnswerForm.ofGuest(event).answers(form));
                    api.replace(nobody(visitor), form.value(Form.VERSION), answers, "seats", key, "answers");
                    return "/" + visitor.language().code() + "/seats/" + key + "?done=" + "registration.answers";
                },
                () -> answers(visitor, seat(visitor, key), model),
                () -> AnswerForm.filled(
                        seat(visitor, key).version(), seat(visitor, key).given()));
    }

    private Seat seat(Visitor visitor, String key) {
        return api.get(nobody(visitor), Seat.class, "seats", key);
    }

    private String answers(Visitor visitor, Seat seat, Model model) {
        var event = api.get(nobody(visitor), Event.class, "events", seat.eventId());
        model.addAttribute("event", event);
        model.addAttribute("registration", seat);
        model.addAttribute("asked", AnswerForm.ofGuest(event));
        return "registrations/answers";
    }

    /** Nothing is left to show then. */
    @PostMapping("/refuse")
    String refuse(Visitor visitor, @PathVariable String key, @RequestParam(Form.VERSION) String version) {
        api.discard(nobody(visitor), version, "seats", key, "refuse");
        return PAGE;
    }

    /** After the event. */
    @PostMapping("/forget")
    String forget(Visitor visitor, @PathVariable String key, @RequestParam(Form.VERSION) String version, Model model) {
        api.discard(nobody(visitor), version, "seats", key, "forget");
        model.addAttribute("forgotten", true);
        return PAGE;
    }

    /** Whoever holds the link acts, whether or not they are signed in as somebody. */
    private static Visitor nobody(Visitor visitor) {
        return Visitor.anonymous(visitor.language());
    }
}
