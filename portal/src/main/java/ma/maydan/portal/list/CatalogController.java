package ma.maydan.portal.list;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.Map;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists that anybody may see. */
@Controller
class CatalogController {

    private final Lists lists;

    CatalogController(Lists lists) {
        this.lists = lists;
    }

    @GetMapping(LANG + "/{kind}")
    String list(Visitor visitor, @PathVariable Kind<?> kind, @RequestParam Map<String, String> asked, Model model) {
        var catalog = kind.catalog();
        if (catalog == null) {
            throw ProblemException.of(404, "not-found");
        }
        model.addAttribute("list", lists.catalog(visitor, kind, catalog, asked));
        model.addAttribute("kind", kind);
        return "list/catalog";
    }
}
