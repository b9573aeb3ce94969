package ma.maydan.events.event;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import ma.maydan.events.organization.OrganizationReplicas;
import ma.maydan.starter.aggregate.Change;
import ma.maydan.starter.notice.Telling;
import ma.maydan.starter.ownership.Owner;
import ma.maydan.starter.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the dates of a series take its steps: at once, and by a sweep what a crash left. Each date takes a step in one
 * write with the number of it, and none twice or after a later one, however many follow the same series.
 */
@Component
class SeriesDates {

    private static final Logger log = LoggerFactory.getLogger(SeriesDates.class);

    /** Whoever came with a step this long ago is gone, or its dates have taken it. */
    private static final Duration ABANDONED = Duration.ofSeconds(10);

    private final SeriesStore series;
    private final EventStore events;
    private final EventSteps steps;
    private final OrganizationReplicas organizations;
    private final Clock clock;

    SeriesDates(
            SeriesStore series, EventStore events, EventSteps steps, OrganizationReplicas organizations, Clock clock) {
        this.series = series;
        this.events = events;
        this.steps = steps;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5_000)
    void sweep() {
        for (var left : series.waiting(clock.instant().minus(ABANDONED))) {
            try {
                follow(left.id());
            } catch (RuntimeException e) {
                // The next round tries again; the others wait for nobody.
                log.error("The dates of series {} cannot take its steps", left.id(), e);
            }
        }
    }

    void follow(String id) {
        for (var step : series.find(id).map(Series::open).orElse(List.of())) {
            if (step.making() != null) {
                make(id, step, step.making());
            } else {
                var which = Objects.requireNonNull(step.which());
                events.ofSeries(id).stream()
                        .filter(event -> which.include(
                                Objects.requireNonNull(event.ties().occurrence())))
                        .forEach(event -> take(event.id(), step));
            }
            series.change(id, now -> now.without(step));
        }
    }

    /** Further dates are of the host of the one that they are like; none when that is gone. */
    private void make(String id, Series.Step step, Series.Making making) {
        var which = step.which();
        var like =
                which == null ? first(id, making) : events.find(which.eventId()).orElse(null);
        if (like == null || like.ties().occurrence() == null) {
            return;
        }
        var host = like.hostOrganizationId();
        making.starts().stream()
                .skip(which == null ? 1 : 0)
                .forEach(start -> make(id, host, step.number(), making, start));
        organizations.find(host).ifPresent(now -> events.follow(host, now.standing()));
    }

    /** The others are made once the first is a date; null when that is gone. */
    private @Nullable Event first(String id, Series.Making making) {
        while (true) {
            var first = events.find(id).orElse(null);
            if (first == null || first.ties().occurrence() != null) {
                return first;
            }
            var date = first.ties().with(new Occurrence(id, making.starts().getFirst(), 1, List.of()));
            events.tryUpdate(first.tied(date, clock.instant()).tell("event.updated"));
        }
    }

    /** Under an id that follows from the series, the step and the time: one that was deleted since does not come back. */
    private void make(String id, String host, int step, Series.Making making, LocalDateTime start) {
        var standing = organizations.find(host).orElseThrow().standing();
        var name = id + (step == 1 ? ":" : ":" + step + ":") + start;
        var itsId =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        try {
            var content = making.content().movedTo(start);
            var made = Event.draft(itsId, Owner.of(host, standing), content, making.image(), clock.instant());
            var date = made.state().ties().with(new Occurrence(id, start, step, List.of()));
            events.insertWithoutSlot(made.with(made.state().with(date)));
        } catch (ProblemException refused) {
            // Somebody has deleted it since, or its time has come while nobody could make it.
            log.info("Series {} has no date at {}: {}", id, start, refused.code());
        }
    }

    /** What a date refuses leaves it as it is. */
    private void take(String eventId, Series.Step step) {
        while (true) {
            var event = events.find(eventId).orElse(null);
            var date = event == null ? null : event.ties().occurrence();
            if (event == null || date == null || date.step() >= step.number()) {
                return;
            }
            try {
                write(event, date, step);
                return;
            } catch (ProblemException refused) {
                if (refused.status() != HttpStatus.PRECONDITION_FAILED) {
                    log.info("Event {} does not take {}: {}", eventId, step.transition(), refused.code());
                    return;
                }
            }
        }
    }

    private void write(Event event, Occurrence date, Series.Step step) {
        var edit = step.edit();
        if (edit == null) {
            var transition = EventTransition.valueOf(Objects.requireNonNull(step.transition()));
            var rights = Objects.requireNonNull(step.rights());
            var taken = steps.taken(transition, event, rights.actor(), rights.trusted(), step.reason());
            write(transition, event, taken, date, step);
            return;
        }
        var own = isNamed(event, step) ? date.sharing(edit.fields()) : date;
        try {
            edit(event, own, step, edit);
        } catch (ProblemException refused) {
            if (!refused.code().equals("capacity-taken")) {
                throw refused;
            }
            // More seats are taken of this date: it keeps its number.
            edit(event, own.owning(List.of(ContentFields.CAPACITY)), step, edit);
        }
    }

    private void edit(Event event, Occurrence date, Series.Step step, Series.Edit edit) {
        var content = edit.onto(event.content(), date);
        if (!content.equals(event.content())) {
            var rights = Objects.requireNonNull(step.rights());
            var edited = event.edit(content, rights.actor(), rights.trusted(), clock.instant());
            write(EventTransition.EDIT, event, edited, date, step);
        }
    }

    /** With the number of the step; of the dates that it is taken with, the host hears of the one that was named. */
    private void write(
            EventTransition transition, Event before, Change<Event> change, Occurrence date, Series.Step step) {
        var ties = change.state().ties();
        // One that goes to another host is no date of it any more.
        var next = ties.occurrence() == null ? ties : ties.with(date.taken(step.number()));
        var due = change.due().stream()
                .flatMap(one -> Stream.ofNullable(isNamed(before, step) ? one : Telling.sparing(one, before.hosts())))
                .toList();
        steps.write(
                transition,
                before,
                new Change<>(change.state().with(next), change.eventType(), change.eventData(), due));
    }

    private static boolean isNamed(Event event, Series.Step step) {
        return event.id().equals(Objects.requireNonNull(step.which()).eventId());
    }
}
