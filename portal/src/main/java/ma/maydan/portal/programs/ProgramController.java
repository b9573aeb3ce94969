package ma.maydan.portal.programs;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.api.Api;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.organizations.Suspensions;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a program. */
@Controller
class ProgramController {

    private final Api api;
    private final Kind<Program> kind;
    private final Suspensions suspensions;

    ProgramController(Api api, Kind<Program> kind, Suspensions suspensions) {
        this.api = api;
        this.kind = kind;
        this.suspensions = suspensions;
    }

    @GetMapping(LANG + "/programs" + ID)
    String program(Visitor visitor, @PathVariable String id, Model model) {
        var program = api.get(visitor, Program.class, "programs", id);
        kind.show(program, model);
        model.addAttribute(
                "suspension",
                suspensions.of(
                        visitor, program.organizationId(), program.organizationName(), program.organizationStatus()));
        return "programs/program";
    }
}
