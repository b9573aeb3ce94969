package ma.maydan.portal.personal;

import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.OnlyShownException;
import ma.maydan.portal.api.Served;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.page.SignInNeededException;
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
import org.springframework.web.servlet.ModelAndView;

/** The end of the visitor's account: asked for, confirmed by what the mail leads to, taken back. */
@Controller
@RequestMapping(LANG + "/me/erasure")
class ErasureController {

    private static final String PAGE = "/me/erasure";
    private static final String CONFIRM = "/confirm/{link:[A-Za-z0-9_-]{1,100}}";

    private final Api api;

    ErasureController(Api api) {
        this.api = api;
    }

    @Bean
    static Served erasures() {
        return new Served() {
            @Override
            public String service() {
                return "incubators";
            }

            @Override
            public List<String> paths() {
                return List.of("erasure");
            }
        };
    }

    /** An organization that nobody but the visitor speaks for. */
    record Owned(String id, LocalizedText legalName) {}

    /**
     * @param status null when nothing was asked for
     * @param lastAdmin whether the visitor would leave the cluster without an admin
     */
    record Erasure(
            @Nullable String status,
            @Nullable Instant askedAt,
            @Nullable Instant dueAt,
            List<Owned> lastOwnerOf,
            boolean lastAdmin) {

        public boolean isPossible() {
            return lastOwnerOf.isEmpty() && !lastAdmin;
        }
    }

    @GetMapping
    String page(Visitor visitor, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("erasure", api.get(visitor, Erasure.class, "me", "erasure"));
        return "personal/erasure";
    }

    @PostMapping
    ModelAndView ask(Visitor visitor) {
        return step(visitor, Map.of(), "erasure.asked");
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(Visitor visitor) {
        return step(visitor, Map.of(), "erasure.taken-back", "take-back");
    }

    /** What the mail leads to: a button, since mail programs look at links by themselves. */
    @GetMapping(CONFIRM)
    String confirm(Visitor visitor, @PathVariable String link, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("link", link);
        return "personal/confirm";
    }

    @PostMapping(CONFIRM)
    ModelAndView confirmed(Visitor visitor, @PathVariable String link) {
        return step(visitor, Map.of("link", link), "erasure.confirmed", "confirm");
    }

    private ModelAndView step(Visitor visitor, Map<String, String> body, String done, String... path) {
        SignInNeededException.check(visitor);
        var page = "/" + visitor.language().code() + PAGE;
        try {
            var whole = Stream.concat(Stream.of("me", "erasure"), Arrays.stream(path))
                    .toArray(String[]::new);
            api.post(visitor, body, whole);
            return Forms.redirect(page + "?done=" + done);
        } catch (OnlyShownException e) {
            return Forms.redirect(page);
        }
    }
}
