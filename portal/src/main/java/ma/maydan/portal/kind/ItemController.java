package ma.maydan.portal.kind;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.api.Api;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a thing that needs no more than the thing; a feature whose page needs more has a controller of its own. */
@Controller
class ItemController {

    private final Api api;

    ItemController(Api api) {
        this.api = api;
    }

    @GetMapping(LANG + "/{kind}" + ID)
    String item(Visitor visitor, @PathVariable Kind<?> kind, @PathVariable String id, Model model) {
        show(visitor, kind, id, model);
        return kind.address() + "/" + kind.name();
    }

    private <T extends Record & Item> void show(Visitor visitor, Kind<T> kind, String id, Model model) {
        kind.show(api.get(visitor, kind.type(), kind.address(), id), model);
    }
}
