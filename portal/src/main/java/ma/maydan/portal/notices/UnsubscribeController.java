package ma.maydan.portal.notices;

import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The address in the {@code List-Unsubscribe} of a mail: a mail program sends a POST of its own (RFC 8058), a person who
 * opens it presses a button. Nobody need be signed in.
 */
@Controller
@RequestMapping(LANG + "/notices/{area:events|organizations|partnerships}/unsubscribe/{key:[A-Za-z0-9-]+}")
class UnsubscribeController {

    private final Notices notices;

    UnsubscribeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("unsubscribed", false);
        return "notices/unsubscribe";
    }

    @PostMapping
    String unsubscribe(Visitor visitor, @PathVariable String area, @PathVariable String key, Model model) {
        notices.unsubscribe(
                Visitor.anonymous(visitor.language()),
                Area.of(area).orElseThrow(() -> ProblemException.of(404, "not-found")),
                key);
        model.addAttribute("unsubscribed", true);
        return "notices/unsubscribe";
    }
}
