package ma.maydan.portal.space;

import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.export.Export;
import ma.maydan.portal.export.Exports;
import ma.maydan.portal.kind.Awaiting;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Overview;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.kind.Shelves;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.list.Lists.Place;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The signed-in person's own things and those of their organizations: each kind in a list, all of them on one page. */
@Controller
@RequestMapping(LANG + "/me")
class SpaceController {

    private final Lists lists;
    private final Shelves shelves;
    private final Exports exports;
    private final List<Awaiting> awaiting;

    SpaceController(Lists lists, Shelves shelves, Exports exports, List<Awaiting> awaiting) {
        this.lists = lists;
        this.shelves = shelves;
        this.exports = exports;
        this.awaiting = awaiting;
    }

    @GetMapping
    String all(Visitor visitor, Model model) {
        SignInNeededException.check(visitor);
        model.addAttribute("shelves", shelves.load(visitor, Overview.MINE));
        model.addAttribute(
                "awaited",
                awaiting.stream()
                        .flatMap(one -> Stream.ofNullable(one.of(visitor)))
                        .toList());
        return "space/all";
    }

    @GetMapping("/{kind}")
    String one(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var mine = mine(kind);
        SignInNeededException.check(visitor);
        model.addAttribute("list", lists.load(visitor, kind.type(), new Place(cursor, 20), mine.steps()));
        model.addAttribute("kind", kind);
        return "space/list";
    }

    @GetMapping("/{kind}" + Exports.FILE)
    void export(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @PathVariable String format,
            @ModelAttribute(name = "texts", binding = false) Texts texts,
            HttpServletResponse response) {
        var mine = mine(kind);
        SignInNeededException.check(visitor);
        var pages = lists.pages(visitor, kind.type(), mine.steps());
        var export = Export.of(kind, texts.of("space." + kind.address()), pages);
        exports.send(export, format, visitor, texts, response);
    }

    private static Shelf mine(Kind<?> kind) {
        var mine = kind.on(Overview.MINE);
        if (mine == null) {
            throw ProblemException.of(404, "not-found");
        }
        return mine;
    }
}
