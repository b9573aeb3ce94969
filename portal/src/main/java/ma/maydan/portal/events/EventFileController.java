package ma.maydan.portal.events;

import static ma.maydan.portal.page.Addresses.ID;
import static ma.maydan.portal.page.Addresses.LANG;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.maydan.portal.api.Api;
import ma.maydan.portal.api.ProblemException;
import ma.maydan.portal.page.Formats;
import ma.maydan.portal.page.PageView;
import ma.maydan.portal.page.Texts;
import ma.maydan.portal.page.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What one takes of an event: a file for the calendar, and the picture for where its page is passed on. */
@Controller
@RequestMapping(LANG + "/events" + ID)
class EventFileController {

    private final Api api;
    private final ShareCards cards;
    private final Clock clock;

    EventFileController(Api api, ShareCards cards, Clock clock) {
        this.api = api;
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping("/event.ics")
    void calendar(
            Visitor visitor,
            @ModelAttribute(name = "page", binding = false) PageView page,
            @ModelAttribute(name = "texts", binding = false) Texts texts,
            @PathVariable String id,
            HttpServletResponse response)
            throws IOException {
        var event = api.get(visitor, Event.class, "events", id);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event.ics\"");
        var place = place(event, page, texts);
        send(
                response,
                "text/calendar;charset=utf-8",
                EventCalendar.of(event, page, place.isEmpty() ? null : place, clock.instant())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** As everybody sees the event; at another version's address the picture is the present one. */
    @GetMapping("/card-{version:[0-9]{1,18}}.png")
    void card(
            Visitor visitor,
            @ModelAttribute(name = "page", binding = false) PageView page,
            @ModelAttribute(name = "texts", binding = false) Texts texts,
            @PathVariable String id,
            @PathVariable String version,
            HttpServletResponse response)
            throws IOException {
        var event = api.get(Visitor.anonymous(visitor.language()), Event.class, "events", id);
        if (!event.hasBeenPublished()) {
            throw ProblemException.of(404, "not-found");
        }
        var picture =
                cards.of(new ShareCards.Key(id, event.version(), page.lang()), () -> card(event, page, texts, visitor));
        var present = version.equals(Long.toString(event.version()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + (present ? 86_400 : 300));
        send(response, MediaType.IMAGE_PNG_VALUE, picture);
    }

    private static ShareCard card(Event event, PageView page, Texts texts, Visitor visitor) {
        var format = Formats.of(visitor.language());
        var when = format.fullDate(event.startsAtLocal()) + texts.of("list.comma") + format.time(event.startsAtLocal());
        var facts = Stream.of(
                        when,
                        place(event, page, texts),
                        page.show(event.hostName()).text())
                .filter(fact -> !fact.isBlank())
                .toList();
        return new ShareCard(
                texts.of("brand"),
                texts.of("event.kind." + event.kind()),
                page.show(event.title()).text(),
                facts,
                page.dir().equals("rtl"),
                EventPattern.of(event, ShareCard.COLUMNS, ShareCard.ROWS));
    }

    /** Venue and region; of what is online alone, that it is. */
    private static String place(Event event, PageView page, Texts texts) {
        if (event.format().equals("ONLINE")) {
            return texts.of("event.format.ONLINE");
        }
        var venue = event.venue();
        return Stream.of(
                        venue == null ? "" : page.show(venue).text(),
                        event.region() == null ? "" : texts.of("region." + event.region()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(texts.of("list.comma")));
    }

    private static void send(HttpServletResponse response, String type, byte[] content) throws IOException {
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
