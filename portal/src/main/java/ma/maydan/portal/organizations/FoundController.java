package ma.maydan.portal.organizations;

import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is found while somebody types a name: a part of a page. */
@Controller
class FoundController {

    private final Picks picks;

    FoundController(Picks picks) {
        this.picks = picks;
    }

    @GetMapping(LANG + "/organizations/found")
    String found(Visitor visitor, @RequestParam(defaultValue = "") String name, Model model) {
        model.addAttribute("pick", picks.find(visitor, name.strip()));
        return "organizations/found";
    }
}
