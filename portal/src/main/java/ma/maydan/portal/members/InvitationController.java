package ma.maydan.portal.members;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Served;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An invitation, by the link of its mail. To look at it changes nothing. */
@Controller
@RequestMapping(LANG + "/invitations/{link:[A-Za-z0-9_-]+}")
class InvitationController {

    private static final String ACCEPTED = "invitation.accept";
    private static final String DECLINED = "invitation.decline";
    private static final String LINKS = "invitation-links";

    private final Api api;

    InvitationController(Api api) {
        this.api = api;
    }

    @Bean
    static Served invitations() {
        return new Served() {

            @Override
            public String service() {
                return "incubators";
            }

            @Override
            public List<String> paths() {
                return List.of("invitations", LINKS, "join-requests");
            }
        };
    }

    @GetMapping
    String show(Visitor visitor, @PathVariable String link, Model model) {
        model.addAttribute("invitation", api.get(visitor, Invitation.class, LINKS, link));
        return "members/invitation";
    }

    /** Whoever has the address to which it went. */
    @PostMapping("/accept")
    ModelAndView accept(Visitor visitor, @PathVariable String link, @RequestParam(Form.VERSION) String version) {
        SignInNeededException.check(visitor);
        var invitation = api.get(visitor, Invitation.class, LINKS, link);
        api.step(visitor, version, null, Invitation.class, "invitations", invitation.id(), "accept");
        return Forms.redirect("/" + visitor.language().code() + "/organizations/" + invitation.organizationId()
                + "?done=" + ACCEPTED);
    }

    /** Whoever holds the link, signed in or not. */
    @PostMapping("/decline")
    ModelAndView decline(Visitor visitor, @PathVariable String link, @RequestParam(Form.VERSION) String version) {
        api.step(visitor, version, null, Invitation.class, LINKS, link, "decline");
        return Forms.redirect("/" + visitor.language().code() + "/invitations/" + link + "?done=" + DECLINED);
    }
}
