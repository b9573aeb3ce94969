package ma.maydan.portal.notices;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.Objects;
import ma.maydan.portal.api.OnlyShownException;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person has been told: all of it, what a service told before, and which of it comes by mail. */
@Controller
@RequestMapping(LANG + "/me/notices")
class NoticeController {

    private static final String PAGE = "/me/notices";
    private static final String DONE = "?done=";

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    String latest(Visitor visitor, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("latest", notices.latest(visitor));
        return "notices/latest";
    }

    @GetMapping("/{area:events|organizations|partnerships}")
    String area(
            Visitor visitor,
            @PathVariable String area,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("list", notices.page(visitor, area(area), Objects.requireNonNullElse(cursor, "")));
        model.addAttribute("area", area(area));
        model.addAttribute("cursor", cursor);
        return "notices/area";
    }

    /** A fragment: how many the person has not seen, of whatever page they look at. */
    @GetMapping("/count")
    String count(Visitor visitor, Model model) {
        model.addAttribute("unread", visitor.isSignedIn() ? notices.unread(visitor) : 0);
        return "notices/count";
    }

    /** Seen, and on to what it is about. */
    @PostMapping("/open")
    ModelAndView open(Visitor visitor, @RequestParam String area, @RequestParam String id, @RequestParam String page) {
        SignInNeededException.check(visitor);
        return done(() -> notices.read(visitor, area(area), id), address(visitor, inside(page)));
    }

    @PostMapping("/read")
    ModelAndView readAll(Visitor visitor, @RequestParam String upTo) {
        SignInNeededException.check(visitor);
        return done(() -> notices.readAll(visitor, upTo), address(visitor, PAGE) + DONE + "notices.read");
    }

    @GetMapping("/preferences")
    String preferences(Visitor visitor, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("wanted", notices.wantsOptionalMails(visitor));
        return "notices/preferences";
    }

    @PostMapping("/preferences")
    ModelAndView prefer(Visitor visitor, @RequestParam(defaultValue = "false") boolean optionalMails) {
        SignInNeededException.check(visitor);
        return done(
                () -> notices.prefer(visitor, optionalMails),
                address(visitor, PAGE + "/preferences") + DONE + "notices.preferences");
    }

    /** What is only shown again, in another language or after a late sign-in, is not done. */
    private static ModelAndView done(Runnable step, String to) {
        try {
            step.run();
            return Forms.redirect(to);
        } catch (OnlyShownException e) {
            return Forms.redirect(to.replaceFirst("\\?.*", ""));
        }
    }

    private static Area area(String address) {
        return Area.of(address).orElseThrow(() -> ProblemException.of(404, "not-found"));
    }

    /** A page of a thing, and never a way out of the portal. */
    private static String inside(String page) {
        return page.matches("/[a-z]+/[A-Za-z0-9_-]+") ? page : PAGE;
    }

    private static String address(Visitor visitor, String page) {
        return "/" + visitor.language().code() + page;
    }
}
