package ma.maydan.portal.programs;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.api.Api;
import ma.maydan.portal.list.Filters;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.list.Lists.Place;
import ma.maydan.portal.organizations.Suspensions;
import ma.maydan.portal.page.Visitor;
import ma.maydan.portal.steps.Steps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The programs that anybody may see, and the page of one. */
@Controller
@RequestMapping(LANG + "/programs")
class ProgramController {

    private final Api api;
    private final Lists lists;
    private final Suspensions suspensions;

    ProgramController(Api api, Lists lists, Suspensions suspensions) {
        this.api = api;
        this.lists = lists;
        this.suspensions = suspensions;
    }

    @GetMapping
    String list(Visitor visitor, @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute(
                "list", lists.load(visitor, Program.class, new Filters(), new Place(cursor, 18), "programs"));
        return "programs/list";
    }

    @GetMapping(ID)
    String program(Visitor visitor, @PathVariable String id, Model model) {
        var program = api.get(visitor, Program.class, "programs", id);
        model.addAttribute("program", program);
        model.addAttribute("steps", Steps.PROGRAM.offered(program.allowedTransitions()));
        model.addAttribute(
                "suspension",
                suspensions.of(
                        visitor, program.organizationId(), program.organizationName(), program.organizationStatus()));
        return "programs/program";
    }
}
