package ma.maydan.portal.registrations;

import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Served;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.page.Visitor;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The seat that an organization took for somebody, by the link of their mail. Nobody need be signed in. */
@Controller
@RequestMapping(LANG + "/seats/{key:[A-Za-z0-9-]+}")
class SeatController {

    private static final String PAGE = "registrations/seat";
    private static final String ACCEPTED = "seat.accept";

    private final Api api;

    SeatController(Api api) {
        this.api = api;
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
            List<String> allowedTransitions) {

        public boolean may(String transition) {
            return allowedTransitions.contains(transition);
        }
    }

    /** Who has what, and by whom. */
    public record Taken(
            @Nullable String personName,
            @Nullable LocalizedText organizationName,
            String status,
            @Nullable Long position,
            @Nullable Instant offeredUntil) {}

    @GetMapping
    String show(Visitor visitor, @PathVariable String key, Model model) {
        model.addAttribute("taken", api.get(nobody(visitor), Seat.class, "seats", key));
        return PAGE;
    }

    @PostMapping("/accept")
    ModelAndView accept(Visitor visitor, @PathVariable String key, @RequestParam(Form.VERSION) String version) {
        api.step(nobody(visitor), version, null, Seat.class, "seats", key, "accept");
        return Forms.redirect("/" + visitor.language().code() + "/seats/" + key + "?done=" + ACCEPTED);
    }

    /** Nothing is left to show then. */
    @PostMapping("/refuse")
    String refuse(Visitor visitor, @PathVariable String key, @RequestParam(Form.VERSION) String version) {
        api.discard(nobody(visitor), version, "seats", key, "refuse");
        return PAGE;
    }

    /** Whoever holds the link acts, whether or not they are signed in as somebody. */
    private static Visitor nobody(Visitor visitor) {
        return Visitor.anonymous(visitor.language());
    }
}
