package ma.maydan.portal.partnerships;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.organizations.Suspensions;
import ma.maydan.portal.page.Formats;
import ma.maydan.portal.page.Visitor;
import ma.maydan.starter.text.LocalizedText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a partnership. */
@Controller
class PartnershipController {

    private final Api api;
    private final Suspensions suspensions;
    private final Kind<Partnership> kind;
    private final Clock clock;

    PartnershipController(Api api, Suspensions suspensions, Kind<Partnership> kind, Clock clock) {
        this.api = api;
        this.suspensions = suspensions;
        this.kind = kind;
        this.clock = clock;
    }

    @GetMapping(LANG + "/partnerships" + ID)
    String partnership(Visitor visitor, @PathVariable String id, Model model) {
        var partnership = api.get(visitor, Partnership.class, "partnerships", id);
        kind.show(partnership, model);
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
