package ma.maydan.portal.personal;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import ma.maydan.portal.page.Visitor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The notice to people on what is held of them, which follows from what the services declare (Law 09-08). */
@Controller
class PrivacyController {

    /** What Keycloak and the gateway hold, which no service declares. */
    static final List<String> OTHERS = List.of("account", "session", "log");

    private final PersonalData data;
    private final String contact;
    private final String declaration;

    /**
     * @param contact the address of who answers for it; empty where none is set
     * @param declaration the number of the declaration to the CNDP; empty before there is one
     */
    PrivacyController(
            PersonalData data,
            @Value("${maydan.privacy.contact}") String contact,
            @Value("${maydan.privacy.declaration}") String declaration) {
        this.data = data;
        this.contact = contact;
        this.declaration = declaration;
    }

    @GetMapping(LANG + "/privacy")
    String notice(Visitor visitor, Model model) {
        model.addAttribute("declared", data.declared(visitor));
        model.addAttribute("others", OTHERS);
        model.addAttribute("contact", contact);
        model.addAttribute("declaration", declaration);
        return "personal/privacy";
    }
}
