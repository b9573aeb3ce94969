package ma.maydan.portal.reviews;

import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletResponse;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.export.Export;
import ma.maydan.portal.export.Exports;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Overview;
import ma.maydan.portal.kind.Shelf;
import ma.maydan.portal.kind.Shelves;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import ma.maydan.portal.steps.Batch;
import ma.maydan.portal.steps.Together;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for a decision of the cluster: each kind in a queue, all of them on one page. */
@Controller
@RequestMapping(LANG + "/reviews")
class ReviewController {

    private static final int SIZE = 20;

    private final Lists lists;
    private final Shelves shelves;
    private final Together together;
    private final Exports exports;

    ReviewController(Lists lists, Shelves shelves, Together together, Exports exports) {
        this.lists = lists;
        this.shelves = shelves;
        this.together = together;
        this.exports = exports;
    }

    @GetMapping
    String all(Visitor visitor, Model model) {
        check(visitor);
        model.addAttribute("shelves", shelves.load(visitor, Overview.QUEUE));
        return "reviews/all";
    }

    @GetMapping("/{kind}")
    String queue(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @RequestParam MultiValueMap<String, String> asked,
            Model model) {
        var queue = queue(kind);
        check(visitor);
        model.addAttribute("list", lists.table(visitor, kind, queue, asked, SIZE));
        model.addAttribute("kind", kind);
        model.addAttribute("table", kind.table());
        return "reviews/queue";
    }

    @GetMapping("/{kind}" + Exports.FILE)
    void export(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> asked,
            @ModelAttribute(name = "texts", binding = false) Texts texts,
            HttpServletResponse response) {
        var queue = queue(kind);
        check(visitor);
        var pages = lists.pages(visitor, kind, queue, asked);
        var export = Export.of(kind, texts.of("reviews." + kind.address()), pages);
        exports.send(export, format, visitor, texts, response);
    }

    /** Where a step was taken there is nothing to read. */
    @GetMapping("/{kind}/{step}")
    String back(Visitor visitor, @PathVariable Kind<?> kind) {
        queue(kind);
        return "redirect:/" + visitor.language().code() + "/reviews/" + kind.address();
    }

    @PostMapping("/{kind}/{step}")
    ModelAndView take(
            Visitor visitor,
            @PathVariable Kind<?> kind,
            @PathVariable("step") String name,
            @RequestParam MultiValueMap<String, String> typed,
            @ModelAttribute(name = "texts", binding = false) Texts texts,
            Model model) {
        queue(kind);
        check(visitor);
        return together.send(visitor, batch(kind), name, typed, texts, model);
    }

    private static Batch batch(Kind<?> kind) {
        return new Batch(kind, kind.address(), "/reviews/" + kind.address(), SIZE);
    }

    private static Shelf queue(Kind<?> kind) {
        var queue = kind.on(Overview.QUEUE);
        if (queue == null) {
            throw ProblemException.of(404, "not-found");
        }
        return queue;
    }

    private static void check(Visitor visitor) {
        SignInNeededException.check(visitor);
        if (!visitor.isStaff()) {
            throw ProblemException.of(403, "forbidden");
        }
    }
}
