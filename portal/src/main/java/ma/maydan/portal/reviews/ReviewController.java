package ma.maydan.portal.reviews;

import static ma.maydan.portal.page.Addresses.LANG;

import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.kind.Overview;
import ma.maydan.portal.kind.Shelves;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.list.Lists.Place;
import ma.maydan.portal.page.SignInNeededException;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a decision of the cluster: each kind in a queue, all of them on one page. */
@Controller
@RequestMapping(LANG + "/reviews")
class ReviewController {

    private final Lists lists;
    private final Shelves shelves;

    ReviewController(Lists lists, Shelves shelves) {
        this.lists = lists;
        this.shelves = shelves;
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
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var queue = kind.on(Overview.QUEUE);
        if (queue == null) {
            throw ProblemException.of(404, "not-found");
        }
        check(visitor);
        model.addAttribute("list", lists.load(visitor, kind.type(), new Place(cursor, 20), queue.steps()));
        model.addAttribute("kind", kind);
        return "reviews/queue";
    }

    private static void check(Visitor visitor) {
        SignInNeededException.check(visitor);
        if (!visitor.isStaff()) {
            throw ProblemException.of(403, "forbidden");
        }
    }
}
