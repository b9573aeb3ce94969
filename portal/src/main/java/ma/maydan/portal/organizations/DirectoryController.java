package ma.maydan.portal.organizations;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.Map;
import java.util.Objects;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of organizations, with how many there are of each. */
@Controller
class DirectoryController {

    private final Lists lists;
    private final DirectoryFigures figures;
    private final Kind<Organization> kind;

    DirectoryController(Lists lists, DirectoryFigures figures, Kind<Organization> kind) {
        this.lists = lists;
        this.figures = figures;
        this.kind = kind;
    }

    @GetMapping(LANG + "/organizations")
    String directory(Visitor visitor, @RequestParam Map<String, String> asked, Model model) {
        var list = lists.catalog(visitor, kind, Objects.requireNonNull(kind.catalog()), asked);
        model.addAttribute("list", list);
        model.addAttribute("kind", kind);
        // What a text finds is ranked, not counted.
        if (list.filters().sought() == null) {
            model.addAttribute("figures", figures.load(visitor, list.filters().asked()));
        }
        return "organizations/directory";
    }
}
