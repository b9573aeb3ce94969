package ma.maydan.portal.organizations;

import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.UnavailableException;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who belongs to several organizations chooses the one for which they act. */
@Controller
@RequestMapping(LANG + "/me/acting")
class ActingController {

    private static final String CHOSEN = "acting.chosen";

    private final MyOrganizations organizations;

    ActingController(MyOrganizations organizations) {
        this.organizations = organizations;
    }

    @GetMapping
    String choose(Visitor visitor, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("mine", mine(visitor));
        return "organizations/acting";
    }

    @PostMapping
    ModelAndView chosen(Visitor visitor, @RequestParam String organizationId, HttpServletResponse response) {
        SignInNeededException.check(visitor);
        var organization = mine(visitor).stream()
                .map(Organization::id)
                .filter(organizationId::equals)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(404, "not-found"));
        response.addCookie(Acting.chosen(organization));
        return Forms.redirect("/" + visitor.language().code() + "/me?done=" + CHOSEN);
    }

    /** A fragment for the header of any page: nothing for who has no choice. */
    @GetMapping("/shown")
    String shown(Visitor visitor, Model model) {
        model.addAttribute("mine", visitor.isSignedIn() ? orNone(visitor) : List.of());
        return "organizations/acting-shown";
    }

    private List<Organization> orNone(Visitor visitor) {
        try {
            return mine(visitor);
        } catch (ProblemException | UnavailableException away) {
            return List.of();
        }
    }

    private List<Organization> mine(Visitor visitor) {
        return organizations.thatMay(visitor, any -> true);
    }
}
