package ma.maydan.portal.events;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.Page;
import ma.maydan.portal.api.Parts;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.organizations.Organization;
import ma.maydan.portal.page.About;
import ma.maydan.portal.page.Codes;
import ma.maydan.portal.page.PageView;
import ma.maydan.portal.page.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around an event on its page: who hosts it, what is like it, where it is, how it is passed on. */
@Component
class Surroundings {

    private static final int COVER_COLUMNS = 12;
    private static final int COVER_ROWS = 3;

    private final Api api;
    private final Parts parts;

    Surroundings(Api api, Parts parts) {
        this.api = api;
        this.parts = parts;
    }

    /** The page stands without each of them. */
    void show(Visitor visitor, Event event, PageView page, Model model) {
        var host = parts.load(orNothing(() -> new Page<>(
                List.of(api.get(visitor, Organization.class, "organizations", event.hostOrganizationId())), null)));
        var related =
                parts.load(orNothing(() -> api.list(visitor, Event.class, Map.of(), "events", event.id(), "related")));
        var dates = event.seriesId() == null
                ? null
                : parts.load(orNothing(() -> api.list(visitor, Event.class, Map.of(), "events", event.id(), "series")));
        model.addAttribute("dates", dates == null ? List.of() : dates.get().items());
        model.addAttribute("host", host.get().items().stream().findFirst().orElse(null));
        model.addAttribute("related", related.get().items());
        model.addAttribute("pattern", EventPattern.of(event, COVER_COLUMNS, COVER_ROWS));
        model.addAttribute("regions", Codes.REGIONS);
        model.addAttribute("onMap", onMap(event, page));
        model.addAttribute("address", page.absolute("/events/" + event.id()));
        if (event.isPublished()) {
            model.addAttribute(
                    "shares", ShareLinks.of(page.show(event.title()).text(), page.absolute("/events/" + event.id())));
        }
    }

    /** Where the page of an event is shown elsewhere. */
    static About.Picture picture(Event event, PageView page) {
        var path = "/events/" + event.id() + "/card-" + event.version() + ".png";
        return new About.Picture(page.absolute(path), ShareCard.WIDTH, ShareCard.HEIGHT);
    }

    /** A map of the place, or where the host's own words are looked for; null when people come nowhere. */
    private static @Nullable String onMap(Event event, PageView page) {
        if (event.format().equals("ONLINE")) {
            return null;
        }
        if (event.latitude() != null && event.longitude() != null) {
            return "https://www.openstreetmap.org/?mlat=" + event.latitude().toPlainString() + "&mlon="
                    + event.longitude().toPlainString() + "&zoom=16";
        }
        var words = event.address() == null ? event.venue() : event.address();
        return words == null
                ? null
                : "https://www.openstreetmap.org/search?query="
                        + URLEncoder.encode(page.show(words).text(), StandardCharsets.UTF_8);
    }

    private static <T> Supplier<Page<T>> orNothing(Supplier<Page<T>> part) {
        return () -> {
            try {
                return part.get();
            } catch (ProblemException refused) {
                return new Page<>(List.of(), null);
            }
        };
    }
}
