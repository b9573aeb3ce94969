package ma.maydan.portal.organizations;

import static ma.maydan.portal.page.Addresses.COMPARED;
import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import java.util.stream.Stream;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Some organizations beside each other. */
@Controller
class CompareController {

    private static final int MOST = 4;

    private final Api api;

    CompareController(Api api) {
        this.api = api;
    }

    /** Of those that an address names the first that the visitor sees. */
    @GetMapping(LANG + "/organizations/compare")
    String compare(Visitor visitor, @RequestParam(name = COMPARED, defaultValue = "") List<String> ids, Model model) {
        var all = ids.stream()
                .filter(one -> one.matches("[A-Za-z0-9_-]{1,60}"))
                .distinct()
                .toList();
        model.addAttribute(
                "compared",
                all.stream().limit(MOST).flatMap(one -> seen(visitor, one)).toList());
        model.addAttribute("more", all.size() > MOST);
        return "organizations/compare";
    }

    private Stream<Organization> seen(Visitor visitor, String id) {
        try {
            return Stream.of(api.get(visitor, Organization.class, "organizations", id));
        } catch (ProblemException unseen) {
            return Stream.empty();
        }
    }
}
