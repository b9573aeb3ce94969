package ma.maydan.events.event;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import ma.maydan.starter.lifecycle.Reason;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes the dates of a series, and takes steps with several of them: each by the rules of an event that stands alone. */
@Service
class SeriesService {

    private final EventService service;
    private final EventSteps steps;
    private final EventStore events;
    private final EventSeats seats;
    private final SeriesStore series;
    private final SeriesDates dates;
    private final Clock clock;

    SeriesService(
            EventService service,
            EventSteps steps,
            EventStore events,
            EventSeats seats,
            SeriesStore series,
            SeriesDates dates,
            Clock clock) {
        this.service = service;
        this.steps = steps;
        this.events = events;
        this.seats = seats;
        this.series = series;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * @throws ProblemException 409 {@code no-draft} for what is not in preparation any more, 409 {@code series-already} for
     *     a date of one; 422 when one of the dates would be none
     */
    Hosted make(String id, ExpectedVersion expected, SeriesRequest request, Caller caller) {
        var hosted = steps.require(id, expected, caller);
        var event = hosted.event();
        if (!hosted.actor(caller).mayEdit()) {
            throw ProblemException.forbidden();
        }
        requireVerifiedHost(event);
        if (event.ties().occurrence() != null) {
            throw ProblemException.conflict("series-already");
        }
        if (event.status() != Event.Status.DRAFT) {
            throw ProblemException.conflict("no-draft");
        }
        var now = clock.instant();
        var starts = request.starts(event.schedule().startsAtLocal());
        if (starts.size() == 1) {
            throw ProblemException.invalidField("/days", "required");
        }
        starts.forEach(start -> event.content().movedTo(start).check(now));
        series.insert(Series.of(id, new Series.Making(event.content(), event.image(), starts), now));
        dates.follow(id);
        return service.require(id, caller);
    }

    private static void requireVerifiedHost(Event event) {
        if (!event.owner().isConfirmed()) {
            throw ProblemException.conflict("host-not-verified");
        }
    }

    /**
     * Makes further dates, like the one that is named.
     *
     * @throws ProblemException 403 for who is no editor of the host, 409 {@code no-series} for what stands alone, 412 when
     *     a step came with the series meanwhile; 422 at {@code /days} with {@code date-already} or {@code too-many-dates},
     *     or when one of the dates would be none
     */
    Hosted add(String id, ExpectedVersion expected, AddedDatesRequest request, Caller caller) {
        var asked = service.require(id, caller);
        if (!asked.actor(caller).mayEdit()) {
            throw ProblemException.forbidden();
        }
        var date = asked.event().ties().occurrence();
        if (date == null) {
            throw ProblemException.conflict("no-series");
        }
        dates.follow(date.seriesId());
        var seen = series.find(date.seriesId()).map(Series::steps).orElse(0);
        var hosted = steps.require(id, expected, caller);
        var event = hosted.event();
        requireVerifiedHost(event);
        var now = clock.instant();
        var starts = request.starts(event.schedule().startsAtLocal().toLocalTime());
        starts.forEach(start -> event.content().movedTo(start).check(now));
        var making = new Series.Making(event.content(), event.image(), starts);
        var step = new Series.Step(0, null, new Series.Which(id, null), null, null, null, making);
        series.change(date.seriesId(), before -> {
            // Whatever came meanwhile may have changed what the new dates are to be like, or made the same.
            if (before.steps() != seen || !before.open().isEmpty()) {
                throw ProblemException.stale();
            }
            requireRoom(before.id(), starts);
            return before.with(step, now);
        });
        dates.follow(date.seriesId());
        return service.require(id, caller);
    }

    private void requireRoom(String id, List<LocalDateTime> starts) {
        var there = events.ofSeries(id);
        if (there.size() + starts.size() > Series.MOST) {
            throw ProblemException.invalidField("/days", "too-many-dates");
        }
        if (there.stream()
                .flatMap(event -> Stream.ofNullable(event.ties().occurrence()))
                .anyMatch(one -> starts.contains(one.planned()))) {
            throw ProblemException.invalidField("/days", "date-already");
        }
    }

    /** The dates that this caller may see, of what stands alone itself. */
    List<Event> of(String id, Caller caller) {
        var event = service.require(id, caller).event();
        var date = event.ties().occurrence();
        return date == null
                ? List.of(event)
                : events.ofSeries(date.seriesId()).stream()
                        .filter(one -> service.isVisible(one, caller))
                        .toList();
    }

    /** Changes an event, or several dates of its series, in all but what was changed of one of them alone. */
    Hosted edit(String id, ExpectedVersion expected, Dates which, EventRequest request, Caller caller) {
        if (which == Dates.THIS) {
            return steps.edit(id, expected, request.hostOrganizationId(), request::content, caller);
        }
        var hosted = steps.require(id, expected, caller);
        var event = hosted.event();
        var asked = request.content(event.content().seating());
        var edited = steps.edited(hosted, request.hostOrganizationId(), asked, caller);
        // More seats than are taken of this date, before any other is asked.
        seats.around(event, edited.state(), () -> event);
        var fields = ContentFields.changed(event.content(), asked);
        var edit = new Series.Edit(event.schedule().startsAtLocal(), asked, fields);
        takeAll(hosted, EventTransition.EDIT, which, null, edit, caller);
        return service.require(id, caller);
    }

    /**
     * Takes a step with an event, or with several dates of its series: those of them that can take it.
     *
     * @param reason null where the transition needs none
     * @throws ProblemException what the event that is named refuses; 409 {@code no-series} when it stands alone
     */
    void take(
            EventTransition transition,
            String id,
            ExpectedVersion expected,
            Dates which,
            @Nullable Reason reason,
            Caller caller) {
        if (which == Dates.THIS) {
            steps.take(transition, id, expected, reason, caller);
            return;
        }
        var hosted = steps.require(id, expected, caller);
        steps.taken(transition, hosted.event(), hosted.actor(caller), hosted.isTrusted(), reason);
        takeAll(hosted, transition, which, reason, null, caller);
    }

    private void takeAll(
            Hosted hosted,
            EventTransition transition,
            Dates which,
            @Nullable Reason reason,
            Series.@Nullable Edit edit,
            Caller caller) {
        var event = hosted.event();
        var date = event.ties().occurrence();
        if (date == null) {
            throw ProblemException.conflict("no-series");
        }
        var step = new Series.Step(
                0,
                transition.name(),
                new Series.Which(event.id(), which == Dates.ALL ? null : date.planned()),
                Series.Rights.of(hosted.actor(caller), hosted.isTrusted()),
                reason,
                edit,
                null);
        series.change(date.seriesId(), now -> now.with(step, clock.instant()));
        dates.follow(date.seriesId());
    }
}
