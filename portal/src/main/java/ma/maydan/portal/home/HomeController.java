package ma.maydan.portal.home;

import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import ma.maydan.portal.form.Forms;
import ma.maydan.portal.kind.Overview;
import ma.maydan.portal.kind.Shelves;
import ma.maydan.portal.organizations.DirectoryFigures;
import ma.maydan.portal.page.Languages;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The front page, and the way to it. */
@Controller
class HomeController {

    private final Shelves shelves;
    private final DirectoryFigures figures;

    HomeController(Shelves shelves, DirectoryFigures figures) {
        this.shelves = shelves;
        this.figures = figures;
    }

    @GetMapping({"/", LANG})
    ModelAndView toLanguage(HttpServletRequest request) {
        return Forms.redirect("/" + Languages.of(request).code() + "/");
    }

    @GetMapping(LANG + "/")
    String home(Visitor visitor, Model model) {
        model.addAttribute("shelves", shelves.load(visitor, Overview.HOME));
        model.addAttribute("figures", figures.load(visitor, Map.of()));
        return "home/home";
    }
}
