package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.LANG;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import ma.maydan.portal.kind.Kind;
import ma.maydan.portal.list.Listing;
import ma.maydan.portal.list.Lists;
import ma.maydan.portal.page.Formats;
import ma.maydan.portal.page.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public list of events as a calendar of a month. */
@Controller
class MonthController {

    /** Of 100 events each. */
    private static final int MOST_PAGES = 3;

    private final Lists lists;
    private final Kind<Event> kind;
    private final Clock clock;

    MonthController(Lists lists, Kind<Event> kind, Clock clock) {
        this.lists = lists;
        this.kind = kind;
        this.clock = clock;
    }

    @GetMapping(LANG + "/events/month")
    String month(Visitor visitor, @RequestParam Map<String, String> asked, Model model) {
        var today = LocalDate.ofInstant(clock.instant(), Formats.HOME);
        var wanted = asked.getOrDefault("month", "");
        var known = MonthGrid.parse(wanted);
        var month = known == null ? YearMonth.from(today) : known;
        var pages = lists.pages(visitor, kind, asked, span(month));
        var events = new ArrayList<Event>();
        var page = pages.at().apply(null);
        events.addAll(page.items());
        for (var read = 1; page.nextCursor() != null && read < MOST_PAGES; read++) {
            page = pages.at().apply(page.nextCursor());
            events.addAll(page.items());
        }
        var within = events.stream()
                .filter(event -> YearMonth.from(event.startsAtLocal()).equals(month))
                .toList();
        var notice = pages.filters().isUnknown() || known == null && !wanted.isEmpty() ? "list.unknownFilter" : null;
        model.addAttribute("grid", MonthGrid.of(month, today, within));
        model.addAttribute("more", page.nextCursor() != null);
        model.addAttribute(
                "list",
                new Listing<>(
                        within, null, null, pages.filters(), page.nextCursor() == null ? within.size() : null, notice));
        // What says when they are is said by the month.
        var catalog = Objects.requireNonNull(kind.catalog());
        model.addAttribute(
                "filters",
                catalog.filters().stream()
                        .filter(filter -> !filter.name().equals("when"))
                        .toList());
        model.addAttribute(
                "chips",
                catalog.chips().stream()
                        .filter(chip -> !chip.name().equals("week"))
                        .toList());
        model.addAttribute("kind", kind);
        return "events/month";
    }

    /** A day longer on both sides, since the clocks of other places are not those of Morocco. */
    private static Map<String, String> span(YearMonth month) {
        return Map.of(
                "when", "ALL",
                "from",
                        month.atDay(1)
                                .minusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toString(),
                "until",
                        month.atEndOfMonth()
                                .plusDays(2)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .toString());
    }
}
