package ma.maydan.events.message;

import java.time.Instant;
import java.util.List;
import ma.maydan.events.event.Event;
import ma.maydan.events.registration.Recipients.Group;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.notice.Written;
import ma.maydan.starter.schedule.Due;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What a host has written to some of those who are registered for its event; it does not change any more.
 *
 * @param slot one of those that bound how much is written about an event on a day
 * @param personId of who wrote it, who is told the same
 * @param waiting true until it is handed on, then absent
 */
public record Message(
        @BsonId String id,
        String slot,
        String eventId,
        String personId,
        Content content,
        Instant at,
        @Nullable Boolean waiting) {

    static final String KIND = "event.message";

    /** The audience of a message, by its id. */
    static final String AUDIENCE = "message";

    /**
     * What it says, and to whom.
     *
     * @param people how many they were when it was sent
     */
    public record Content(List<Group> to, int people, Written written) {}

    /** How it is told: to whom it is for, and to who wrote it, each once. */
    Due told(Event event) {
        return telling(event, content.written)
                .to(List.of(new Told(AUDIENCE, id), Told.person(personId)))
                .due(id, 1, at);
    }

    static Telling telling(Event event, Written written) {
        return Telling.of(KIND, "events", event.id(), event.content().title()).saying(written);
    }
}
