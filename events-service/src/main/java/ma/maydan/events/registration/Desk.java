package ma.maydan.events.registration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ma.maydan.events.desk.FillStore;
import ma.maydan.events.registration.Registration.Status;
import ma.maydan.starter.problem.ProblemException;
import ma.maydan.starter.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What who runs an event sees of how it goes. */
@Component
class Desk {

    /** More are not counted. */
    private static final int MOST = 1_000;

    private final RegistrationService service;
    private final RegistrationCountStore counts;
    private final FillStore fills;

    Desk(RegistrationService service, RegistrationCountStore counts, FillStore fills) {
        this.service = service;
        this.counts = counts;
        this.fills = fills;
    }

    /**
     * How an event fills.
     *
     * @param id of the event
     * @param days on which something changed, the earliest first, 400 at most; the present one follows within a minute
     * @param changes since the instant that was asked for; absent when none was
     */
    @Schema(name = "EventDesk")
    record Overview(String id, List<Day> days, @Nullable Changes changes) {}

    /** How many seats there were, were taken, and how many people waited, at the end of a day in Morocco. */
    @Schema(name = "EventDeskDay")
    record Day(LocalDate day, int capacity, int confirmed, int waiting) {}

    /** How many registered and gave up, 1,000 at most of each. */
    @Schema(name = "EventDeskChanges")
    record Changes(int registered, int cancelled) {}

    /** @throws ProblemException 404 for who does not run the event */
    Overview of(String eventId, @Nullable Instant since, Caller caller) {
        service.requireRunBy(eventId, caller);
        var days = fills.of(eventId).stream()
                .map(fill -> new Day(fill.day(), fill.capacity(), fill.confirmed(), fill.waiting()))
                .toList();
        return new Overview(eventId, days, since == null ? null : changes(eventId, since));
    }

    private Changes changes(String eventId, Instant since) {
        return new Changes(
                counts.madeSince(eventId, since, MOST), counts.changedSince(eventId, Status.CANCELLED, since, MOST));
    }
}
