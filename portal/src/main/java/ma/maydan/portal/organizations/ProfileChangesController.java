package ma.maydan.portal.organizations;

import static ma.maydan.portal.page.Addresses.LANG;

import java.util.List;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.api.Served;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What verified organizations would say of themselves, for the cluster's staff. */
@Controller
class ProfileChangesController {

    private static final int SIZE = 20;

    private final Lists lists;

    ProfileChangesController(Lists lists) {
        this.lists = lists;
    }

    /** Beside what its kind is served by. */
    @Bean
    static Served besideOrganizations() {
        return new Served() {
            @Override
            public String service() {
                return "incubators";
            }

            @Override
            public List<String> paths() {
                return List.of("organization-changes", "organization-figures");
            }
        };
    }

    @GetMapping(LANG + "/reviews/organizations/changes")
    String changes(Visitor visitor, @RequestParam(required = false) @Nullable String cursor, Model model) {
        SignInNeededException.check(visitor);
        if (!visitor.isStaff()) {
            throw ProblemException.of(403, "forbidden");
        }
        model.addAttribute(
                "list", lists.load(visitor, Organization.class, new Lists.Place(cursor, SIZE), "organization-changes"));
        return "organizations/changes";
    }
}
