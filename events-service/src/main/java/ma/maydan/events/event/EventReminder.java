package ma.maydan.events.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.notice.Told;
import ma.maydan.starter.schedule.Due;
import ma.maydan.starter.schedule.Work;
import ma.maydan.starter.schedule.WorkHandler;
import ma.maydan.starter.schedule.WorkStore;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.stereotype.Component;

/** Reminds those who have a seat, so long before their event begins as its host says; each once for a beginning. */
@Component
class EventReminder implements WorkHandler {

    static final String WORK = "event.reminder";

    private static final String HOURS = "hours";

    private final EventStore events;
    private final WorkStore work;
    private final Clock clock;

    EventReminder(EventStore events, WorkStore work, Clock clock) {
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * For an event that has been published, takes place at another time, or reminds at others: all that it may have, so
     * that each takes the place of one from before. None is due for a time that has passed.
     */
    static Stream<Due> of(Event event, Instant now) {
        var hours = event.content().wording().mailing().reminders();
        return IntStream.range(0, Mailing.MOST)
                .mapToObj(place -> place < hours.size()
                        ? of(event, place, hours.get(place), now)
                        : Due.never(WORK, subject(event, place)));
    }

    static Stream<Due> none(Event event) {
        return IntStream.range(0, Mailing.MOST).mapToObj(place -> Due.never(WORK, subject(event, place)));
    }

    private static Due of(Event event, int place, int hours, Instant now) {
        var at = at(event, hours);
        return at.isAfter(now)
                ? new Due(WORK, subject(event, place), at, new BsonDocument(HOURS, new BsonInt32(hours)))
                : Due.never(WORK, subject(event, place));
    }

    private static String subject(Event event, int place) {
        return place == 0 ? event.id() : event.id() + ":" + place;
    }

    private static Instant at(Event event, int hours) {
        return event.startsAt().minus(Duration.ofHours(hours));
    }

    @Override
    public String kind() {
        return WORK;
    }

    @Override
    public void run(Work piece, Lease lease) {
        var now = clock.instant();
        // One that was asked for before hosts chose is that of a day before.
        var hours = piece.data().getInt32(HOURS, new BsonInt32(Mailing.A_DAY)).getValue();
        events.find(piece.subject().split(":")[0])
                .filter(event -> event.givesSeats(now) && event.statusAt(now) == Event.Status.PUBLISHED)
                .filter(event -> event.content().wording().mailing().reminders().contains(hours))
                .filter(event -> !at(event, hours).isAfter(now))
                .ifPresent(event -> work.put(
                        reminder(event)
                                .due(event.id() + ":" + hours, event.startsAt().getEpochSecond(), now),
                        1));
    }

    private static Telling reminder(Event event) {
        return event.telling(WORK).to(List.of(new Told(Event.SEATED, event.id())));
    }
}
