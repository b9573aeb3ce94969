package ma.maydan.events.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.events.event.EventContent;
import ma.maydan.events.event.EventImage;
import ma.maydan.events.event.Place;
import ma.maydan.events.event.Reach;
import ma.maydan.events.event.Schedule;
import ma.maydan.events.event.Seating;
import ma.maydan.events.event.Stage;
import ma.maydan.events.event.Ties;
import ma.maydan.events.event.Window;
import ma.maydan.events.event.Wording;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.ownership.Standing;
import ma.maydan.starter.text.LocalizedText;

/** A published event of two hours, for tests of what is registered for it. */
final class PublishedEvent {

    private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

    private PublishedEvent() {}

    static Event beginning(Instant at) {
        var text = LocalizedText.of("نص", "Texte", "Text");
        var end = at.plus(Duration.ofHours(2));
        var schedule = new Schedule(
                LocalDateTime.ofInstant(at, MOROCCO), LocalDateTime.ofInstant(end, MOROCCO), MOROCCO, at, end);
        var content = new EventContent(
                new Wording(text, null),
                Event.Kind.WORKSHOP,
                Event.Format.ONLINE,
                schedule,
                new Place(null, null),
                Reach.EVERYBODY,
                new Seating(10, Seating.Admission.OPEN, null, Window.ALWAYS));
        var stage = new Stage(Event.Status.PUBLISHED, null, null, null, Instant.EPOCH);
        var host = Owner.of("host", new Standing(true, 1));
        var ties = new Ties(new EventImage("file", text), List.of(), null, null);
        return new Event("event", 3, host, content, ties, stage, Instant.EPOCH);
    }
}
