package ma.maydan.portal.partnerships;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.list.Filters;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.list.Lists.Place;
import ma.maydan.portal.organizations.Suspensions;
import ma.maydan.portal.page.Formats;
import ma.maydan.portal.page.Visitor;
import ma.maydan.portal.steps.Steps;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The partnerships in force, and the page of one. */
@Controller
@RequestMapping(LANG + "/partnerships")
class PartnershipController {

    private final Api api;
    private final Suspensions suspensions;
    private final Lists lists;
    private final Clock clock;

    PartnershipController(Api api, Suspensions suspensions, Lists lists, Clock clock) {
        this.api = api;
        this.suspensions = suspensions;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping
    String list(Visitor visitor, @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute(
                "list", lists.load(visitor, Partnership.class, new Filters(), new Place(cursor, 18), "partnerships"));
        return "partnerships/list";
    }

    @GetMapping(ID)
    String partnership(Visitor visitor, @PathVariable String id, Model model) {
        var partnership = api.get(visitor, Partnership.class, "partnerships", id);
        model.addAttribute("partnership", partnership);
        model.addAttribute("steps", Steps.PARTNERSHIP.offered(partnership.allowedTransitions()));
        model.addAttribute("suspensions", suspended(visitor, partnership));
        model.addAttribute("late", partnership.isOpen() && partnership.endsOn().isBefore(today()));
        return "partnerships/partnership";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.HOME);
    }

    private List<Suspensions.Suspension> suspended(Visitor visitor, Partnership partnership) {
        return partnership.parties().stream()
                .map(party -> suspensions.of(
                        visitor,
                        party.organizationId(),
                        party.name() == null ? new LocalizedText(null, null, null) : party.name(),
                        party.status()))
                .filter(Objects::nonNull)
                .toList();
    }
}
