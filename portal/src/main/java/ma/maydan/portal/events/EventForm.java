package ma.maydan.portal.events;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import ma.maydan.portal.form.Body;
import ma.maydan.portal.form.Form;
import ma.maydan.portal.page.Formats;
import org.springframework.util.MultiValueMap;

/** What the host says of an event, typed in a form. */
final class EventForm {

    static final String PREFIX = "event";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private EventForm() {}

    static Form typed(MultiValueMap<String, String> values) {
        return marked(Form.typed(PREFIX, values));
    }

    private static Form marked(Form form) {
        return form.mark("venue", "event.venue.needed");
    }

    static Form blank() {
        return marked(Form.blank(PREFIX))
                .with("kind", "WORKSHOP")
                .with("format", "IN_PERSON")
                .with("zone", Formats.HOME);
    }

    static Form of(Event event) {
        return marked(Form.blank(PREFIX))
                .with(Form.VERSION, event.version())
                .with("hostOrganizationId", event.hostOrganizationId())
                .with("title", event.title())
                .with("description", event.description())
                .with("kind", event.kind())
                .with("format", event.format())
                .with("startsAtLocal.date", event.startsAtLocal().toLocalDate())
                .with("startsAtLocal.time", TIME.format(event.startsAtLocal()))
                .with("endsAtLocal.date", event.endsAtLocal().toLocalDate())
                .with("endsAtLocal.time", TIME.format(event.endsAtLocal()))
                .with("zone", event.zone())
                .with("region", event.region())
                .with("venue", event.venue())
                .with("capacity", event.capacity());
    }

    static Map<String, Object> body(Form form) {
        return Body.of(form)
                .text("hostOrganizationId")
                .localized("title")
                .localized("description")
                .text("kind")
                .text("format")
                .dateTime("startsAtLocal")
                .dateTime("endsAtLocal")
                .text("zone")
                .text("region")
                .localized("venue")
                .number("capacity")
                .json();
    }
}
